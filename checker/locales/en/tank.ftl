# What `checker tank` says: a simulated mini-tank.

trouble-tank-address = error: { $given } is not an address to listen on. Write HOST:PORT: 0.0.0.0:6002 for every IPv4 address of this machine, 127.0.0.1:6002 for this machine alone, [::]:6002 for IPv6 as well.
trouble-tank-unknown-host = error: looking up the name { $host } failed: { $error }. Correct it, or write the address itself: 0.0.0.0:6002.
trouble-tank-in-use = error: another program listens on { $address } already, perhaps another tank (“ss -ltnp” shows which). End it, or take another port: { $me } tank { $next }
trouble-tank-listen = error: listening on { $address } failed: { $error }. Give one of this machine's own addresses (“hostname -I” shows them), or 0.0.0.0 for all of them; and a port from 1024 on.

tank-listening = The mini-tank listens on { $address }. Ctrl-C switches it off.
tank-no-picture = The picture of the tank is not built in: “make tank” shows it.

# What its drivers do. { $driver } is an address.
tank-connected = { $driver } connects, and is at the wheel
tank-connected-behind = { $driver } connects, and has to wait: { $other } is at the wheel
tank-turned-away = { $driver } is turned away: too many are connected
tank-left = { $driver } leaves
tank-reset = { $driver } is gone without closing: its connection was reset
tank-drives = { $driver } sends a heartbeat, and is at the wheel
tank-buzz = ♪ buzz
tank-move = move: angle { $angle }, strength { $strength }
tank-refused-behind = { $cmd } from { $driver } is not obeyed: { $other } is at the wheel
tank-refused-no-heartbeat = { $cmd } from { $driver } is not obeyed: without heartbeats it is not at the wheel
tank-lost = { $driver } is lost: no heartbeat for a second
tank-stopped = The tank stops by itself: nobody drives it

# A line that is not a command, and what is wrong with it.
tank-wrong = wrong command { $line }: { $why }
tank-wrong-empty = the line is empty, and a command is a JSON object
tank-wrong-too-long = more than { COUNT($limit) } bytes, and no end of line among them. Does each command end with “\n”?
tank-wrong-not-utf-8 = byte { $byte } does not belong to UTF-8, in which JSON is written
tank-wrong-order = that is what is typed to the driver. On the wire it is JSON: { $wire }
tank-wrong-single-quotes = JSON's quotation marks are double ones: " and not '
tank-wrong-cut = the line ends before the JSON does: a brace or a quotation mark is not closed, or “\n” comes too early
tank-wrong-not-json = from character { $place } on, this is not JSON
tank-wrong-after = something comes after the JSON: { $rest }. One object per line: is a “\n” missing?
tank-wrong-no-object =
    this is { $kind ->
        [null] null
        [boolean] true or false
        [number] a number
        [string] a string
       *[list] a list
    }, and a command is an object, in braces: { $example }
tank-wrong-no-cmd = no “cmd” in it says what to do, as in { $example }
tank-wrong-cmd-kind =
    “cmd” has to be a string, and is { $kind ->
        [null] null
        [boolean] true or false
        [number] a number
        [list] a list
       *[other] an object
    }
tank-wrong-unknown-cmd =
    there is no command { $cmd }.{ $closest ->
        [none] { " " }There are “heartbeat”, “buzz” and “robotMovement”.
       *[other] { " " }Did you mean { $closest }?
    }
tank-wrong-unknown-key =
    { $cmd } has no { $key }.{ $closest ->
        [none] { " " }Leave it out.
       *[other] { " " }Did you mean { $closest }?
    }
tank-wrong-missing = “{ $key }” is missing: a whole number from { $low } to { $high }
tank-wrong-kind =
    “{ $key }” has to be a whole number from { $low } to { $high }{ $kind ->
        [string] , without quotation marks
       *[other] { "" }
    }
tank-wrong-not-whole = “{ $key }” is { $value }, and has to be a whole number from { $low } to { $high }
tank-wrong-range = “{ $key }” is { $value }, and has to be from { $low } to { $high }

# What stands on the screen.
tank-title = Mini-tank on { $address }
tank-quit = q: quit
tank-held = at the wheel: { $driver }
tank-free = nobody at the wheel
tank-lost-now = LOST: no heartbeat from { $driver }
tank-heartbeat = heartbeat { $ago } ago
tank-no-heartbeat = no heartbeat
tank-moving = angle { $angle }°  strength { $strength } %
tank-standing = stands still
tank-buzzing = ♪ BUZZ ♪
tank-heard = what it hears

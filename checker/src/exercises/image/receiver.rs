//! The checks of `image-receiver [BIND [DIR [VIEWER]]]`.

use std::net::SocketAddr;
use std::path::Path;

use super::super::{bind_address, port_in_use, wrong_addresses};
use super::answers::printed;
use super::{Image, header};
use crate::lab::{Bulk, Folder, Lab, Program, Step, Stop, TcpPeer, Tree, unless_it_fails};
use crate::verdict::{Finding, Message};

/// A receiver that is ready, where it is, and where it saves what comes.
pub struct Receiver<'a> {
    pub lab: &'a Lab,
    pub program: Program,
    pub address: SocketAddr,
    pub folder: Folder,
}

impl<'a> Receiver<'a> {
    pub fn start(lab: &'a Lab) -> Step<Self> {
        let folder = lab.room_folder().makes("received")?;
        Self::start_with(lab, folder, &[])
    }

    /// It saves in `folder`; a viewer may follow.
    pub fn start_with(lab: &'a Lab, folder: Folder, viewer: &[&str]) -> Step<Self> {
        Self::start_at(lab, SocketAddr::from(([127, 0, 0, 1], lab.port())), folder, viewer)
    }

    pub fn start_at(lab: &'a Lab, address: SocketAddr, folder: Folder, viewer: &[&str]) -> Step<Self> {
        let (bind, path) = (address.to_string(), folder.path());
        let program = lab.start(&[&[bind.as_str(), path.as_str()], viewer].concat())?;
        program.listens(address.port())?;
        Ok(Self { lab, program, address, folder })
    }

    /// What it has made for itself in its folder, before anything is sent: a place for what is not complete, say.
    pub fn own_files(&self) -> Tree {
        self.lab.comes_to_rest();
        self.folder.tree()
    }

    /// A sender connects, from an address of its own.
    pub fn sender(&self, name: &str) -> Step<TcpPeer> {
        let ip = match (name, self.address.is_ipv6()) {
            (_, true) => "::1",
            ("ana", _) => "127.0.0.2",
            ("bob", _) => "127.0.0.3",
            _ => "127.0.0.4",
        };
        self.lab.connects(name, ip, self.address)
    }

    /// A sender comes, a small file is taken from it as it should be, and it goes.
    pub fn takes_a_file_of(&self, name: &str) -> Step<Image> {
        let image = Image::small(self.lab);
        self.takes(&image, name)?;
        Ok(image)
    }

    pub fn takes(&self, image: &Image, name: &str) -> Step {
        let sender = self.sender(name)?;
        sender.says(image.on_the_wire());
        self.has_taken(image, &sender)
    }

    /// The same, and the receiver closes the connection.
    pub fn takes_and_closes(&self, image: &Image, name: &str) -> Step {
        let sender = self.sender(name)?;
        sender.says(image.on_the_wire());
        sender.hears_an_answer(image.ok())?;
        sender.hears_the_end()?;
        self.folder.comes_to_hold(&image.name, &image.content)
    }

    /// All of it was sent: it is answered, and saved.
    pub fn has_taken(&self, image: &Image, sender: &TcpPeer) -> Step {
        sender.hears_an_answer(image.ok())?;
        sender.closes();
        self.folder.comes_to_hold(&image.name, &image.content)
    }

    /// Another sender comes and sends this; `None` if nobody takes its connection. Whether somebody has to is for
    /// another check to judge.
    pub fn is_tried_with(&self, sent: impl AsRef<[u8]>, name: &str) -> Step<Option<TcpPeer>> {
        let sender = unless_it_fails(self.sender(name))?;
        if let Some(sender) = &sender {
            sender.says(sent);
        }
        Ok(sender)
    }

    /// More transfers, for a program that prints only when a buffer is full. Gives the first of the lines.
    pub fn fill(&self) -> Step<String> {
        let images: Vec<Image> = (0..50).map(|_| Image::named(self.lab.letters(80), self.lab.letters(9))).collect();
        for image in &images {
            let sender = self.sender("bob")?;
            sender.says(image.on_the_wire());
            sender.hears_an_answer(image.ok())?;
            sender.closes();
        }
        Ok(images[0].name.clone())
    }
}

/// A file is saved under its name, and answered with `OK SIZE`. What else the answer may have in it is another check's
/// business.
pub fn saves_and_answers(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let ana = receiver.sender("ana")?;
    let image = Image::small(lab);
    ana.says(image.on_the_wire());
    if let Err(stop) = ana.hears_an_answer(image.ok()) {
        return Err(if waits_for_the_end(&ana, &image) { at_the_end(lab, &image) } else { stop });
    }
    ana.closes();
    receiver.folder.comes_to_hold(&image.name, &image.content)
}

/// Whether the answer that did not come comes when the sender says that nothing more will.
fn waits_for_the_end(sender: &TcpPeer, image: &Image) -> bool {
    sender.half_closes();
    sender.hears(image.ok()).is_ok()
}

fn at_the_end(lab: &Lab, image: &Image) -> Stop {
    let expected = Message::new("expect-bytes").with("who", "ana");
    let said = Message::new("said-answers-at-the-end").with("who", "ana");
    lab.fails(expected, Some(image.answer().as_bytes()), None, Finding::Said(said))
}

/// Nothing at all, one byte, every byte there is: a file is saved as it is.
pub fn takes_any_file(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    receiver.takes(&Image::named("one.byte", "1"), "ana")?;
    receiver.takes(&Image::binary(lab), "ana")?;
    receiver.takes(&Image::named("empty.png", ""), "bob")
}

/// Each byte of the header comes on its own, the file in pieces.
pub fn puts_the_header_together(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let ana = receiver.sender("ana")?;
    let image = Image::small(lab);
    ana.says_in_pieces(image.header().chunks(1))?;
    let (one, rest) = image.content.split_at(lab.number(1..9));
    ana.says_in_pieces([one, rest])?;
    receiver.has_taken(&image, &ana)
}

/// A large file comes through whole, and memory does not grow with it.
pub fn takes_a_large_file(lab: &Lab) -> Step {
    const MIB: u64 = 1 << 20;
    let receiver = Receiver::start(lab)?;
    let ana = receiver.sender("ana")?;
    let bulk = Bulk::random(lab, 32 * MIB + 12_345);
    ana.says(header(b"large.png", bulk.len));
    // What it holds once all its buffers are full, and what it holds some time after.
    ana.pours(&bulk, 0..8 * MIB)?;
    ana.is_taken_in()?;
    let before = lab.own_memory();
    ana.pours(&bulk, 8 * MIB..32 * MIB)?;
    ana.is_taken_in()?;
    lab.memory_has_grown_less_than(18 * MIB, before)?;
    ana.pours(&bulk, 32 * MIB..bulk.len)?;
    ana.hears_an_answer(format!("OK {}", bulk.len))?;
    receiver.folder.comes_to_hold_bulk("large.png", &bulk)
}

/// A file of the same name is replaced: nothing of it is left, be it longer or shorter.
pub fn replaces_a_file(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let own = receiver.own_files();
    let name = Image::small(lab).name;
    for lines in [3, 1, 5] {
        let content: String = (0..lines).map(|_| lab.words() + "\n").collect();
        receiver.takes(&Image::named(&name, content), "ana")?;
    }
    receiver.folder.comes_to_hold_only(&[name], &own)
}

/// Two send a file of the same name at the same time: one of them is there in the end, whole.
pub fn takes_one_name_twice_at_once(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let own = receiver.own_files();
    let (mut one, two) = (Image::larger(lab), Image::larger(lab));
    let two = Image { name: one.name.clone(), ..two };
    // Of the longer one something would be left after the end of the shorter.
    one.content.extend(two.content.iter().rev());
    let (ana, bob) = (receiver.sender("ana")?, receiver.sender("bob")?);
    let (first, second) = (one.on_the_wire(), two.on_the_wire());
    let (middle, other) = (first.len() / 2, second.len() / 3);
    ana.says(&first[..middle]);
    ana.is_taken_in()?;
    bob.says(&second[..other]);
    // One that takes bob only after ana rests here.
    lab.settles()?;
    ana.says(&first[middle..]);
    ana.hears_an_answer(one.ok())?;
    ana.closes();
    bob.says(&second[other..]);
    bob.hears_an_answer(two.ok())?;
    bob.closes();
    lab.settles()?;
    receiver.folder.shows_nothing_but(&one.name, &[&one.content, &two.content])?;
    receiver.folder.comes_to_hold_only(&[one.name], &own)
}

/// All other names are good: long ones, with accents, with blanks, with dots.
pub fn takes_good_names(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let (long, accents) = (lab.letters(251) + ".png", "é".repeat(127) + "x");
    for name in [
        "été à la plage.png",
        ".hidden",
        "...",
        "..dots.png",
        "-n",
        "a b  c.png",
        " a.png ",
        "IMG.PNG",
        "$HOME;%s*?.png",
        &long,
        &accents,
    ] {
        receiver.takes(&Image::named(name, lab.words()), "ana")?;
    }
    Ok(())
}

/// A program that says how it was called and what it found, and then never ends. (A stopped one waits for nothing, so
/// that the check need not wait for it either.)
const VIEWER: &str = r#"#!/bin/sh
if cp -- "$1" "$0.seen"; then seen=whole; else seen=nothing; fi
printf '%s|%s|%s|%s\n' "$#" "$(pwd)" "$1" "$seen" >>"$0.told"
kill -STOP $$
"#;

/// The viewer is run with the path of what was saved, as its one argument, and is not waited for.
pub fn runs_the_viewer(lab: &Lab) -> Step {
    // Whether it closes at all is for another check to judge.
    let plain = Receiver::start(lab)?;
    let closes = unless_it_fails(plain.takes_and_closes(&Image::small(lab), "ana"))?.is_some();
    plain.program.is_stopped();
    let room = lab.room_folder();
    let viewer = room.puts_program("viewer", VIEWER)?;
    let receiver = Receiver::start_with(lab, room.makes("received")?, &[&viewer])?;
    let images = [Image::small(lab), Image { name: "two words; $HOME.png".to_owned(), ..Image::small(lab) }];
    for (calls, image) in images.iter().enumerate() {
        let taken = if closes { receiver.takes_and_closes(image, "ana") } else { receiver.takes(image, "ana") };
        let told = room.comes_to_have_lines("viewer.told", calls + 1);
        // A viewer that was given something else says more than an answer that does not come for that.
        let told = match (&taken, told) {
            (Err(_), Err(_)) => return taken,
            (_, told) => told?,
        };
        is_called_rightly(&receiver, image, told.lines().nth(calls).unwrap_or_default())?;
        taken?;
        room.comes_to_hold("viewer.seen", &image.content)?;
    }
    Ok(())
}

/// `COUNT|FOLDER|FIRST|whole`: one argument, which is the path of the file, however it is spelled.
fn is_called_rightly(receiver: &Receiver, image: &Image, told: &str) -> Step {
    let mut words = told.split('|');
    let (count, folder, first) = (words.next(), words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let meant = Path::new(folder).join(first).canonicalize().ok();
    if count == Some("1") && meant.is_some() && meant == receiver.folder.real_path(&image.name) {
        return Ok(());
    }
    let expected = Message::new("expect-viewer").with("path", format!("{}/{}", receiver.folder.path(), image.name));
    let said = Message::new("said-viewer").with("count", count.unwrap_or("0")).with("first", first);
    Err(receiver.lab.fails(expected, None, None, Finding::Said(said)))
}

/// A viewer that is not there stops nothing.
pub fn does_without_a_viewer(lab: &Lab) -> Step {
    let room = lab.room_folder();
    let viewer = room.puts_program(
        "viewer",
        "#!/bin/sh
",
    )?;
    let receiver = Receiver::start_with(lab, room.makes("received")?, &[&viewer])?;
    room.removes("viewer")?;
    receiver.takes_a_file_of("ana")?;
    receiver.takes_a_file_of("bob").map(drop)
}

/// DIR is made, with its parents.
pub fn makes_its_folder(lab: &Lab) -> Step {
    let folder = lab.room_folder().below("pictures").below("of").below("today");
    let receiver = Receiver::start_with(lab, folder, &[])?;
    receiver.takes_a_file_of("ana").map(drop)
}

/// A server runs until it is stopped, whatever happens to its stdin.
pub fn outlives_its_stdin(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    receiver.program.ends_input();
    receiver.program.keeps_running()?;
    receiver.takes_a_file_of("ana").map(drop)
}

/// A port that somebody has already is an error that names the address.
pub fn tells_that_the_port_is_in_use(lab: &Lab) -> Step {
    port_in_use::over_tcp(lab, &[&lab.room_folder().makes("received")?.path()])
}

/// A receiver that was stopped can be started again at once, although its last connections are still remembered.
pub fn restarts_at_once(lab: &Lab) -> Step {
    let receiver = Receiver::start(lab)?;
    let ana = receiver.sender("ana")?;
    let image = Image::small(lab);
    ana.says(image.on_the_wire());
    ana.hears_an_answer(image.ok())?;
    // The side that closes first remembers the connection (TIME-WAIT): here the receiver's.
    receiver.program.is_stopped();
    ana.hears_it_end()?;
    ana.closes();
    let again = Receiver::start_at(lab, receiver.address, receiver.folder, &[])?;
    again.takes_a_file_of("bob").map(drop)
}

/// It listens at BIND and nowhere else, and BIND may be a name.
pub fn listens_where_it_is_told(lab: &Lab) -> Step {
    bind_address::over_tcp(lab, &[&lab.room_folder().makes("received")?.path()])
}

/// BIND may be an IPv6 address in brackets; the sender's is printed without any.
pub fn speaks_ipv6(lab: &Lab) -> Step {
    lab.has_ipv6()?;
    let address = SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], lab.port()));
    let receiver = Receiver::start_at(lab, address, lab.room_folder().makes("received")?, &[])?;
    let ana = receiver.sender("ana")?;
    let image = Image::small(lab);
    ana.says(image.on_the_wire());
    receiver.has_taken(&image, &ana)?;
    receiver.program.shows_in_the_end(&printed(&ana, &image), || receiver.fill())
}

/// Wrong usage is told, with status 2.
pub fn refuses_wrong_usage(lab: &Lab) -> Step {
    for arguments in wrong_addresses() {
        lab.start(arguments)?.refuses_its_arguments()?;
    }
    lab.start(&["127.0.0.1:6001", &lab.room_folder().path(), "true", "surplus"])?.refuses_its_arguments()
}

/// A name that nobody knows is an error at run time.
pub fn tells_of_an_unknown_name(lab: &Lab) -> Step {
    lab.start(&["nobody.invalid:6001", &lab.room_folder().path()])?.fails_naming(&["nobody.invalid"])
}

/// Without arguments it listens on port 6001, at every address, and saves where it was started.
pub fn has_its_defaults(lab: &Lab) -> Step {
    let port = lab.default_port(6001)?;
    let program = lab.start::<&str>(&[])?;
    program.listens(port)?;
    for (name, to) in [("ana", [127, 0, 0, 1]), ("bob", [127, 0, 0, 9])] {
        let sender = lab.connects(name, "127.0.0.2", (to, port).into())?;
        // A program that was brought along starts in a folder of its owner's: nothing is to be saved there.
        if lab.foreign_folder().is_none() {
            let image = Image::small(lab);
            sender.says(image.on_the_wire());
            sender.hears_an_answer(image.ok())?;
            lab.room_folder().comes_to_hold(&image.name, &image.content)?;
            sender.closes();
        }
    }
    Ok(())
}

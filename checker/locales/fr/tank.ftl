# Ce que dit `checker tank` : un mini-tank simulé.

trouble-tank-address = erreur : { $given } n'est pas une adresse où écouter. Écrivez HÔTE:PORT, par exemple 0.0.0.0:6002 pour toutes les adresses IPv4 de cette machine, 127.0.0.1:6002 pour cette machine seulement, [::]:6002 pour IPv6 aussi.
trouble-tank-unknown-host = erreur : la recherche du nom { $host } a échoué : { $error }. Corrigez-le, ou donnez directement l'adresse : 0.0.0.0:6002.
trouble-tank-in-use = erreur : un autre programme écoute déjà sur { $address }, peut-être un autre tank (« ss -ltnp » montre lequel). Arrêtez-le, ou prenez un autre port : { $me } tank { $next }
trouble-tank-listen = erreur : impossible d'écouter sur { $address } : { $error }. Donnez une des adresses de cette machine (« hostname -I » les montre), ou 0.0.0.0 pour toutes ; et un port à partir de 1024.

tank-listening = Le mini-tank écoute sur { $address }. Ctrl-C l'éteint.
tank-no-picture = L'image du tank n'est pas compilée ici : « make tank » la montre.

# Ce que font ses conducteurs. { $driver } est une adresse.
tank-connected = { $driver } se connecte, et prend les commandes
tank-connected-behind = { $driver } se connecte, et doit attendre : { $other } est aux commandes
tank-turned-away = { $driver } est refusé : il y a trop de connexions
tank-left = { $driver } s'en va
tank-reset = { $driver } a disparu sans fermer : sa connexion a été coupée (reset)
tank-drives = { $driver } envoie un battement de cœur, et prend les commandes
tank-buzz = ♪ buzz
tank-move = en route : angle { $angle }, force { $strength }
tank-refused-behind = { $cmd } de { $driver } n'est pas suivi : { $other } est aux commandes
tank-refused-no-heartbeat = { $cmd } de { $driver } n'est pas suivi : sans battements de cœur, il n'est pas aux commandes
tank-lost = { $driver } est perdu : aucun battement de cœur depuis une seconde
tank-stopped = Le tank s'arrête de lui-même : plus personne ne le conduit

# Une ligne qui n'est pas une commande, et ce qui ne va pas.
tank-wrong = commande fausse { $line } : { $why }
tank-wrong-empty = la ligne est vide, et une commande est un objet JSON
tank-wrong-too-long = plus de { COUNT($limit) } octets sans fin de ligne. Chaque commande finit-elle bien par « \n » ?
tank-wrong-not-utf-8 = l'octet { $byte } n'a pas sa place en UTF-8, or le JSON s'écrit en UTF-8
tank-wrong-order = c'est ce qu'on tape au conducteur. Sur le fil, c'est du JSON : { $wire }
tank-wrong-single-quotes = le JSON veut des guillemets droits doubles : " et non '
tank-wrong-cut = la ligne finit avant le JSON : une accolade ou un guillemet n'est pas fermé, ou le « \n » vient trop tôt
tank-wrong-not-json = à partir du caractère { $place }, ce n'est pas du JSON
tank-wrong-after = quelque chose suit le JSON : { $rest }. Un objet par ligne : manque-t-il un « \n » ?
tank-wrong-no-object =
    c'est { $kind ->
        [null] null
        [boolean] true ou false
        [number] un nombre
        [string] une chaîne
       *[list] une liste
    }, or une commande est un objet, entre accolades : { $example }
tank-wrong-no-cmd = il n'y a pas de « cmd » pour dire quoi faire, comme dans { $example }
tank-wrong-cmd-kind =
    « cmd » doit être une chaîne, et c'est { $kind ->
        [null] null
        [boolean] true ou false
        [number] un nombre
        [list] une liste
       *[other] un objet
    }
tank-wrong-unknown-cmd =
    la commande { $cmd } n'existe pas.{ $closest ->
        [none] { " " }Il y a « heartbeat », « buzz » et « robotMovement ».
       *[other] { " " }Vouliez-vous dire { $closest } ?
    }
tank-wrong-unknown-key =
    { $cmd } n'a pas de { $key }.{ $closest ->
        [none] { " " }Enlevez-le.
       *[other] { " " }Vouliez-vous dire { $closest } ?
    }
tank-wrong-missing = il manque « { $key } » : un nombre entier de { $low } à { $high }
tank-wrong-kind =
    « { $key } » doit être un nombre entier de { $low } à { $high }{ $kind ->
        [string] , sans guillemets
       *[other] { "" }
    }
tank-wrong-not-whole = « { $key } » vaut { $value }, et doit être un nombre entier de { $low } à { $high }
tank-wrong-range = « { $key } » vaut { $value }, et doit aller de { $low } à { $high }

# Ce qui figure à l'écran.
tank-title = Mini-tank sur { $address }
tank-quit = q : quitter
tank-held = aux commandes : { $driver }
tank-free = personne aux commandes
tank-lost-now = PERDU : plus de battement de { $driver }
tank-heartbeat = battement il y a { $ago }
tank-no-heartbeat = aucun battement
tank-moving = angle { $angle }°  force { $strength } %
tank-standing = à l'arrêt
tank-buzzing = ♪ BUZZ ♪
tank-heard = ce qu'il entend

# Ce que disent les commandes elles-mêmes : l'aide, les erreurs, la ligne vivante, `checker list`.

help-usage = Emploi :
help-commands = Commandes{ "\u00A0" }
help-arguments = Arguments{ "\u00A0" }
help-options = Options{ "\u00A0" }
value-command = COMMANDE
value-exercises = EXERCICE
value-programs = NOM=COMMANDE
value-only = VÉRIFICATION
value-pcap = DOSSIER
value-svg = DOSSIER
value-name = VÉRIFICATION|IDÉE-FAUSSE
help-checker = Compile ou lance un programme réseau, lui parle, le note, et explique ce qui n'a pas marché.
help-check = Juger les programmes d'exercises/, ou n'importe quels autres
help-list = Montrer les exercices, leurs vérifications et leurs points
help-explain = Expliquer une vérification ou une idée fausse, ou donner la liste des idées fausses
help-sensors = Afficher ligne par ligne les mesures d'un robot simulé : checker sensors --robot 2 | robot …
help-tank = Simuler un mini-tank, pour le conducteur de l'exercice 07 : montrer ce qu'on lui dit et comment il avance
help-help = Montrer cette aide
help-lang = La langue, français (fr) ou anglais (en) ; par défaut, celle du système
help-color = Les couleurs ; « auto » : dans un terminal, sauf si NO_COLOR est défini
help-exercises = Les exercices : 04, 4, 04-tcp-server ou tcp-server ; sans rien, tous
help-solutions = Juger solutions/ à la place d'exercises/
help-programs = Juger cette commande, dans n'importe quel langage, comme programme NOM ; peut se répéter. Exemple : --program 'tcp-server=python3 server.py'
help-only = Seulement cette vérification, ou celles dont le nom commence ainsi : 04.silent
help-format = La forme du résultat : « human », par défaut, ou « json » : du JSON Lines, un objet par ligne
help-seed = Ce qui se dit dans les conversations découle de ce nombre ; au hasard par défaut
help-jobs = Combien de vérifications avancent en même temps
help-verbose = Montrer chaque échec en entier
help-svg = Écrire la conversation de chaque vérification, en image, dans ce dossier : DOSSIER/04.crlf.svg
help-no-namespaces = Se passer des espaces de noms (namespaces) du noyau
help-pcap = Écrire dans ce dossier les paquets de chaque vérification, en fichiers pour Wireshark
help-name = Une vérification (04.silent-client) ou une idée fausse (one-client-at-a-time) ; sans rien, la liste des idées fausses
help-robot = De quel robot il s'agit : son numéro figure dans chaque ligne ; 1 par défaut
help-every = Combien de millisecondes séparent deux lignes ; 250 par défaut
help-count = Combien de lignes sont affichées ; par défaut, tant que quelqu'un les lit
help-bind = Où écoute le tank, HÔTE:PORT ; par défaut, 0.0.0.0:6002
help-script = Ne rien dessiner : afficher ce que le tank a compris en JSON Lines, un objet par ligne
help-sensor-seed = Les mesures découlent de ce nombre ; au hasard par défaut

usage-no-command = erreur : que faut-il faire ? Il manque une commande.
usage-see-help = « { $call } --help » montre ce qu'il y a.
usage-unknown-argument =
    erreur : l'option ou l'argument « { $argument } » n'existe pas.{ $suggested ->
        [some] { " " }Vouliez-vous dire « { $closest } » ?
       *[none] { "" }
    }
usage-unknown-command =
    erreur : la commande « { $argument } » n'existe pas.{ $suggested ->
        [some] { " " }Vouliez-vous dire « { $closest } » ?
       *[none] { "" }
    }
usage-no-value = erreur : il faut une valeur après « { $argument } ».
usage-one-of = erreur : { $value } n'est pas une valeur pour « { $argument } ». Choisissez parmi : { $valid }.
usage-bad-value = erreur : { $value } n'est pas une valeur pour « { $argument } ». Donnez un nombre entier, 1 ou plus, et pas trop grand (pour --seed, 0 aussi).
usage-twice = erreur : « { $argument } » est donné deux fois. Donnez-le une seule fois.
usage-not-utf-8 = erreur : un argument contient des octets qui ne sont pas de l'UTF-8. Renommez le fichier ou le dossier qu'il désigne.
usage-other = erreur : la ligne de commande est illisible : { $error }.

trouble-output = erreur : l'écriture du résultat sur la sortie standard a échoué : { $error }. Envoyez-le ailleurs, ou faites de la place.
trouble-no-current-folder = erreur : le dossier courant est introuvable : { $error }. Allez dans le dossier du dépôt (cd) et recommencez.
trouble-no-repository =
    erreur : les exercices sont introuvables : ni { $folder } ni un dossier au-dessus n'a à la fois un Cargo.toml et un dossier « { $wanted } ».
    Allez dans le dossier du dépôt (cd) et recommencez ; ou jugez n'importe quel programme avec --program NOM=COMMANDE.
trouble-no-exercise =
    erreur : l'exercice { $name } n'existe pas.{ $closest ->
        [none] { "" }
       *[other] { " " }Vouliez-vous dire { $closest } ?
    }
    Il y a : { $names }.
    « { $me } list » les montre avec leurs vérifications.
trouble-no-check =
    erreur : --only { $name } : aucune vérification ne porte ce nom, ni un nom qui commence ainsi.{ $closest ->
        [none] { "" }
       *[other] { " " }Vouliez-vous dire { $closest } ?
    }
    « { $me } list » les montre toutes.
trouble-svg-folder = erreur : la création du dossier { $path } pour les images (--svg) a échoué : { $error }. Donnez un dossier dans lequel vous pouvez écrire.
trouble-nothing-left = erreur : EXERCICE, --only et --program ensemble ne désignent aucune vérification. Enlevez l'un d'eux ; « { $me } list » montre à quel exercice et à quel programme appartient chaque vérification.
trouble-no-page =
    erreur : il n'y a ni vérification ni idée fausse { $name }.{ $closest ->
        [none] { "" }
       *[other] { " " }Vouliez-vous dire { $closest } ?
    }
    « { $me } list » montre toutes les vérifications, « { $me } explain » toutes les idées fausses.
trouble-not-judged =
    { $count ->
        [one] Une vérification n'a pas pu être jugée
       *[other] { $count } vérifications n'ont pas pu être jugées
    }, et ce n'est pas la faute du programme : voyez les raisons dans le résultat, puis recommencez.

trouble-pcap-folder = erreur : la création du dossier { $folder } pour les paquets a échoué : { $error }. Donnez un autre dossier à --pcap, ou le droit d'y écrire.
packets-without-room = --pcap : aucun paquet n'a été enregistré, aucun fichier écrit. Il y faut un réseau propre à chaque vérification (les espaces de noms du noyau), et ici les vérifications partagent celui de la machine.
picture-not-written = --svg : l'écriture de l'image { $path } a échoué : { $error }. Faites de la place, ou donnez un autre dossier. Les verdicts n'en dépendent pas.
packets-not-written = --pcap : l'enregistrement des paquets de { $check } a échoué : { $error }. Le verdict n'en dépend pas.

trouble-program-form = erreur : --program { $given } : il y manque le « = ». Écrivez NOM=COMMANDE : --program 'tcp-server=python3 server.py'
trouble-program-quotes = erreur : la commande { $command } est illisible : un guillemet s'ouvre sans se fermer, ou elle finit par « \ ». Écrivez-la comme pour un shell, le tout entre guillemets simples.
trouble-program-empty = erreur : --program « { $name }= » : il n'y a pas de commande après le « = ». Écrivez NOM=COMMANDE : --program 'tcp-server=python3 server.py'
trouble-program-name =
    erreur : --program : aucun exercice ne demande un programme { $name }.{ $closest ->
        [none] { "" }
       *[other] { " " }Vouliez-vous dire { $closest } ?
    }
    Voici ceux qui sont demandés : { $names }.
trouble-program-twice = erreur : --program : le programme { $name } est donné deux fois. Donnez une seule commande pour lui.
trouble-program-here = erreur : le programme { $program } n'est pas dans le PATH. Il y a un fichier de ce nom dans ce dossier : pour le désigner, écrivez « ./ » devant.
trouble-program-unknown = erreur : le programme { $program } n'est pas dans le PATH. Installez-le, ou donnez son chemin, avec un « / ».
trouble-program-missing = erreur : le programme { $file } n'existe pas. Compilez-le, ou corrigez le chemin ; il part du dossier où vous êtes.
trouble-program-unreadable = erreur : le programme { $file } est inaccessible : { $error }. Corrigez le chemin ou les droits de ses dossiers.
trouble-program-folder = erreur : { $file } est un dossier et ne se lance pas. Donnez le programme qui s'y trouve.
trouble-program-not-executable = erreur : { $file } n'a pas le droit d'être exécuté. Donnez-le-lui (chmod +x), ou écrivez d'abord ce qui le lance : 'python3 { $file }'.

trouble-no-cargo =
    erreur : pour compiler il faut cargo, et il n'y a pas de « { $cargo } » dans le PATH.
    Installez Rust (https://rustup.rs), ouvrez un nouveau terminal et recommencez ; ou jugez un programme déjà compilé avec --program NOM=COMMANDE.
trouble-cargo-start = erreur : le lancement de « { $cargo } » a échoué : il n'a pas le droit d'être exécuté. Voyez si « cargo --version » marche, puis recommencez.
trouble-cargo-lost = erreur : la lecture de ce que dit cargo a échoué : { $error }. Recommencez ; si cela continue, voyez ce que dit « cargo build ».
build-failed = La compilation a échoué, et cargo ne dit pas pourquoi : quelqu'un y a peut-être mis fin. Recommencez ; si cela continue, voyez ce que dit « cargo build ».
build-no-folder = Le dossier { $folder } n'existe pas : il n'y a rien à compiler. « git checkout -- { $folder } » ramène celui qui est venu avec le dépôt.
build-no-program = { $manifest } ne compile aucun programme. Son [[bin]] doit donner celui-ci : { $wanted }.
build-other-program = { $manifest } compile ces programmes : { $found }. L'exercice demande celui-ci : { $wanted }. Corrigez le nom dans son [[bin]].
build-disk-full = La compilation a échoué parce que le disque est plein. Faites-y de la place (« cargo clean » efface ce qui a été compilé ; « df -h . » montre ce qui est libre), puis recommencez.
build-no-linker = La compilation a échoué faute de compilateur C, dont Rust emploie l'éditeur de liens. Installez-le (sudo apt install gcc), puis recommencez.
build-killed = La compilation a échoué parce que le système a mis fin au compilateur, sans doute faute de mémoire. Fermez d'autres programmes, puis recommencez.
build-no-network = La compilation a échoué parce qu'une bibliothèque n'a pas pu être téléchargée. Connectez-vous au réseau et recommencez ; une fois téléchargée, elle reste.
build-not-allowed = La compilation a échoué parce qu'un fichier ne peut pas être lu ou écrit. Corrigez son propriétaire ou ses droits (ls -l, chmod, chown), puis recommencez.
reason-machine-does-not-build = parce que la machine n'a pas pu compiler le programme
reason-needs-judged = parce que { $check } n'a pas pu être jugé

live-building = compilation : { $done } programmes sur { $of }
live-checking = vérifications : { $done } sur { $of }

list-exercise =
    { $folder } : { $title } ({ $bonus ->
        [yes] bonus, { $points }
       *[no] { $points }
    } { $points ->
        [one] point
       *[other] points
    })
list-extra = { $purpose } (en plus)

## `checker explain` sans nom

topic-streams = Flux et messages
topic-output = Ce qui est affiché, et quand
topic-clients = Plusieurs clients
topic-datagrams = Datagrammes
topic-addresses = Adresses
topic-chat = Une conversation à plusieurs
topic-loop = Un seul thread pour tous
topic-files = Des fichiers sur le réseau
topic-regular = Quelque chose de régulier à côté de quelque chose qui attend
topic-robots = Les robots
topic-end = La fin d'un programme
explain-title = { $name } : { $headline }
# À la fin de la page d'une vérification.
explain-needs = Cette vérification dépend { $count ->
    [one] d'une autre, { $names } : si celle-ci
   *[other] de plusieurs autres, { $names } : si l'une d'elles
} échoue, elle n'est pas atteinte.
explain-how = « { $me } explain NOM » montre la page de l'une d'elles, ou d'une vérification : « { $me } explain 04.half-close ». « { $me } list » montre les vérifications.

# Ce que dit `checker hint`. Une piste est faite de ceci et de parties des pages de `checker explain`.
help-hint = Donner une piste sur ce que la dernière vérification d'un exercice a trouvé de faux, plus claire à chaque appel
help-exercise = L'exercice : 04, 4, 04-tcp-server ou tcp-server ; s'il a plusieurs programmes, celui qui est visé : chat-client
hint-heading = { $name } : piste { $number } sur { $of }
hint-about = De quoi il s'agit : { $purpose }.
hint-place = Votre programme a paniqué à { $place }. Commencez là : que croyait-il, à cette ligne, qui n'était pas vrai ?
hint-place-to-write = Votre programme s'est arrêté à un `todo!()`, à { $place } : cette partie reste à écrire. Son message, et le commentaire au-dessus, disent ce qu'elle doit faire.
hint-alone = Lancez cette vérification toute seule, et lisez « ce qui s'est passé » depuis le haut : quelle est la première ligne à laquelle vous ne vous attendiez pas, et qu'avait à faire votre programme juste avant ?
hint-own-eyes = Faites dire à votre programme ce qu'il fait : une ligne sur stderr (eprintln!) pour tout ce qu'il attend, reçoit et envoie. stderr est libre, et une vérification qui échoue en montre les dernières lignes. Où ce qu'il dit s'écarte-t-il pour la première fois de ce que vous croyez qu'il fait ?
hint-example = L'idée, en un petit exemple :
hint-begin = Rien n'est encore écrit. Ouvrez exercises/{ $folder }/README.fr.md, « Étape par étape », et à côté exercises/{ $folder }/src/{ $file } : son premier todo!() est la partie 1.
hint-next = Pour la piste suivante, quand vous aurez réfléchi à celle-ci :
hint-last = C'était la dernière piste. La page entière, sans devinettes :
hint-last-part = C'était la dernière piste. Écrivez la partie 1, puis relancez la vérification : les pistes porteront alors sur ce qu'elle trouve.
does-not-build-hint =
    Le programme ne compile pas : aucune vérification ne l'a donc encore vu. Regardez la première erreur du rapport, et la ligne de votre fichier qu'elle désigne : c'est souvent cette ligne-là, et parfois celle d'avant.

    Lancez ceci dans le dossier de l'exercice, jusqu'à ce que plus rien ne s'affiche :

        cargo check -q
hint-all-passed =
    { $folder } : pas de piste à donner

    Au dernier passage, tout ce qui a été vérifié a réussi. Bravo !
hint-nothing-known =
    { $folder } : pas de piste

    Au dernier passage, aucune vérification n'a échoué, mais certaines n'ont pas pu être jugées ; le rapport dit pourquoi. Recommencez.
trouble-no-run =
    erreur : il n'y a pas de résultat de { $exercise } sur lequel donner une piste. Lancez d'abord la vérification :

    { $call }

    Les derniers résultats sont retenus dans { $folder }, si l'on peut y écrire.

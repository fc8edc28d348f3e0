title = Un transfert d'image

check-receives = un fichier est enregistré sous son nom, et reçoit `OK S` pour réponse
    .page =
        Un émetteur se connecte, envoie l'en-tête et le fichier. Le fichier se trouve dans DIR sous son nom, octet pour
        octet, et l'émetteur reçoit une réponse qui commence par `OK S`, S étant la taille.

        L'en-tête dit combien il y a à lire. Presque toutes les autres vérifications du récepteur ont besoin de celle-ci. À
        regarder : recv(2) ; en Rust, `Read::read_exact`, `u64::from_be_bytes`.

check-answers = la réponse est une ligne, puis la connexion est fermée
    .page =
        Un émetteur reçoit `OK S` et un retour à la ligne, pas un octet de plus ; puis la connexion est fermée. Un
        autre, refusé, reçoit `ERR`, une espace, la raison et un retour à la ligne, le tout sur une seule ligne.

        L'autre bout compare : une lettre de plus, un \r ou une deuxième ligne, et c'est une autre réponse. À regarder :
        send(2), close(2) ; votre réponse avec `nc … | xxd`.

check-prints = chaque fichier est affiché avec l'adresse d'où il vient et sa taille
    .page =
        Après chaque transfert, `IP NOM TAILLE` apparaît sur stdout : l'adresse de l'émetteur sans son port, le nom du
        fichier, sa taille. Plusieurs émetteurs viennent, de plusieurs adresses, et un de leurs fichiers est vide.

        À regarder : accept(2), getpeername(2).

check-prints-nothing-else = stdout porte une ligne par fichier, et rien d'autre
    .page =
        Un fichier arrive ; un nom est refusé ; un transfert s'interrompt. Sur stdout, il y a la ligne du fichier, et
        c'est tout : pas de message d'accueil, pas un mot de qui se connecte ni de ce qui a échoué.

        Ce qui a échoué est une nouvelle destinée aux gens, et va sur stderr. À regarder : stdout(3), `eprintln!`.

check-shown-at-once = un fichier est affiché dès qu'il est là
    .page =
        Un fichier est envoyé, et sa ligne est attendue à travers un tube, pendant que le récepteur continue de tourner.

        Vers un tube, ce qui est affiché peut rester dans un tampon. À regarder : stdout(3) ; lancez votre récepteur
        avec `| cat`.

check-any-file = toute suite d'octets est un fichier, même vide
    .page =
        Des fichiers sont envoyés : un vide, un d'un seul octet, un qui contient toutes les valeurs d'un octet, une
        image. Chacun est enregistré tel quel.

        Un fichier, ce sont des octets, pas du texte : rien de ce qu'il contient n'en marque la fin, et rien n'y est à
        changer. À regarder : en Rust, `Vec<u8>` et `[u8]` à côté de `String` ; en Python, `open(…, "wb")`.

check-header-in-pieces = un en-tête venu octet par octet est un en-tête
    .page =
        Un émetteur envoie son en-tête un octet à la fois. Le fichier est enregistré malgré tout.

        Une lecture rend ce qui est là, ne serait-ce qu'un octet sur huit. À regarder : recv(2) ; en Rust, `read_exact`
        à côté de `read`.

check-large = un grand fichier passe, sans que la mémoire grandisse avec lui
    .page =
        32 Mio arrivent. Ils sont enregistrés en entier, et la mémoire du récepteur a grandi de moins de 12 Mio.

        Un fichier n'a jamais besoin d'être tout entier en mémoire : ce qui est arrivé peut être écrit pendant que le
        reste est en route. À regarder : en Rust, `std::io::copy` et `Read::take` ; `top`, la colonne RES.

check-breaks-off = un transfert interrompu ne laisse rien derrière lui
    .page =
        Des émetteurs partent à chaque étape : dans le nom, dans la taille, dans les données, alors qu'il ne manque que
        le dernier octet. Ensuite DIR est comme avant, et le transfert suivant réussit.

        Ce qui a été commencé est à effacer par où que l'on sorte de la fonction, une erreur comprise. À regarder : par
        combien de chemins sort-on de votre fonction entre le premier octet et le dernier ? En Rust, `Drop`.

check-complete-or-not = un fichier apparaît complet sous son nom, ou pas du tout
    .page =
        Pendant que les données arrivent, DIR est observé sans cesse. Sous le nom du fichier, il n'y a rien, ou l'ancien
        fichier, ou le nouveau, entier. Un transfert de ce nom qui s'interrompt ne fait pas disparaître l'ancien.

        Qui ouvre l'image pendant ce temps ne doit pas en voir la moitié. Renommer dans un même système de fichiers se
        fait d'un seul coup. À regarder : rename(2) ; en Rust, `std::fs::rename`.

check-replaces = un fichier du même nom est remplacé en entier
    .page =
        Un long fichier arrive, puis un court du même nom. Ce qui se trouve là est le court, et plus rien du long.

        À regarder : rename(2), sur un nom qui existe ; open(2), O_TRUNC.

check-same-name = deux fichiers du même nom à la fois ne se mélangent pas
    .page =
        Deux émetteurs envoient en même temps des fichiers différents sous le même nom. Les deux reçoivent `OK`, et ce
        qui se trouve là est l'un des deux, entier.

        À regarder : comment s'appelle le fichier pendant qu'on l'écrit, et un autre transfert pourrait-il choisir le
        même nom ?

check-bad-names = un nom qui mène ailleurs est refusé
    .page =
        Des noms sont envoyés qui sont vides, trop longs, pas en UTF-8, `.`, `..`, ou qui contiennent `/`, `\` ou un
        NUL. Chacun reçoit `ERR` et une raison, et rien n'est écrit nulle part.

        Un nom venu du réseau vient d'un inconnu : `../.bashrc` est aussi un nom. À regarder : path_resolution(7) ; que
        serait `DIR/NOM` avec chacun d'eux ?

check-good-names = tout autre nom est pris tel quel
    .page =
        Des noms sont envoyés qui font 255 octets, ou qui ont des accents, des espaces, même aux deux bouts, un point au
        début, deux points de suite au milieu. Chaque fichier est enregistré sous ce nom exactement.

        Qui refuse trop perd des photos de vacances. Un nom de 255 octets est le plus long que Linux accepte : il ne
        laisse pas de place pour ajouter quoi que ce soit devant ou derrière. À regarder : path_resolution(7), sur
        NAME_MAX ; comment appelez-vous le fichier tant qu'il n'est pas complet ?

check-symlink = rien n'est écrit hors de DIR par un lien symbolique
    .page =
        Dans DIR se trouve un lien symbolique vers un fichier situé ailleurs. Un fichier du même nom que le lien est
        envoyé. Le fichier situé ailleurs reste ce qu'il était.

        Qui ouvre un lien pour écrire écrit là où il mène ; qui renomme par-dessus remplace le lien. À regarder :
        symlink(7), rename(2), open(2) sous O_NOFOLLOW.

check-huge-size = une taille énorme, seulement annoncée, ne coûte rien
    .page =
        Des émetteurs annoncent 2^63 octets et 2^64-1, en envoient peu, et partent. Le récepteur n'y consacre pas de
        mémoire, ne panique pas, et sert le suivant.

        Une taille est une promesse, pas un fait : réserver ce qui est annoncé, c'est laisser un inconnu décider de sa
        mémoire. À regarder : en Rust, `vec![0; taille]`, `Vec::with_capacity` ; les additions près de 2^64.

check-disk-full = là où rien ne peut être écrit, l'émetteur l'apprend
    .page =
        On ne peut pas écrire dans DIR, un dossier y porte ce nom, ou le disque est plein. L'émetteur reçoit `ERR` et
        une raison, il ne reste rien du fichier, et le récepteur continue.

        Créer, écrire, renommer : chacun peut échouer, et l'autre bout attend une réponse. À regarder : write(2), sous
        ENOSPC ; en Rust, où mène chaque `?` d'un transfert.

check-makes-folder = DIR est créé s'il n'existe pas
    .page =
        Ni DIR ni le dossier qui le contient n'existent. Après un transfert, le fichier s'y trouve.

        À regarder : mkdir(2) ; en Rust, `std::fs::create_dir_all`.

check-one-after-another = des centaines de transferts de suite réussissent
    .page =
        Un transfert suit l'autre, des centaines de fois. Tous sont enregistrés, et le récepteur n'a pas plus de
        descripteurs ouverts qu'au début.

        À regarder : `ls /proc/PID/fd | wc -l` ; quand vos fichiers et vos connexions sont-ils fermés ?

check-ten-at-once = dix émetteurs à la fois sont tous servis
    .page =
        Dix émetteurs se connectent en même temps, et chacun envoie un fichier. Tous sont enregistrés et reçoivent une
        réponse.

        Ils peuvent être servis l'un après l'autre : personne n'est perdu pendant ce temps. À regarder : listen(2), sur
        « backlog ».

check-viewer = VIEWER est lancé avec le fichier enregistré, sans qu'on l'attende
    .page =
        VIEWER est un programme qui ne se termine jamais. Il est lancé pour chaque fichier, avec le chemin pour seul
        argument, et pendant ce temps le fichier suivant est reçu.

        Une image reste à l'écran jusqu'à ce que quelqu'un la ferme. À regarder : execve(2), wait(2) ; en Rust,
        `Command::spawn` à côté de `Command::status`.

check-no-viewer = un VIEWER qui n'existe pas n'arrête rien
    .page =
        VIEWER est un programme qui n'existe pas. Le fichier est enregistré, reçoit sa réponse et est affiché, et le
        suivant aussi.

        À regarder : en Rust, ce que rend `Command::spawn`, et à qui va cette erreur.

check-stdin-ends = la fin de son entrée ne l'arrête pas
    .page =
        L'entrée standard du récepteur est terminée dès le début. Il reçoit quand même.

        Un serveur lancé par un service a /dev/null pour entrée. À regarder : votre programme lit-il son entrée ?

check-port-in-use = un port déjà pris est une erreur qui le nomme, statut 1
    .page =
        Un autre serveur écoute déjà là. Une ligne sur stderr nomme l'adresse, et le statut est 1 ; pas de panique.

        À regarder : bind(2), sous EADDRINUSE.

check-restarts-at-once = arrêté, il peut être relancé aussitôt
    .page =
        Le récepteur est arrêté après un transfert ; relancé, il reprend son port et reçoit.

        Le noyau garde en mémoire pendant une minute les connexions que ce côté a fermées (TIME_WAIT). SO_REUSEADDR dit
        qu'un serveur peut écouter là malgré tout. À regarder : socket(7) ; RFC 9293, section 3.3.2.

check-usage = de mauvais arguments donnent `usage:` et le statut 2
    .page =
        Une adresse sans port, un port qui n'en est pas un, ou trop d'arguments : une ligne sur stderr commence par
        `usage:`, et le statut est 2.

        Au statut, un script voit s'il faut réessayer (1) ou s'il a mal appelé le programme (2). À regarder : exit(3),
        et la liste dans le README.

check-bind-address = il écoute là où BIND le dit, et nulle part ailleurs
    .page =
        BIND est `127.0.0.2:PORT`, l'une des nombreuses adresses de cette machine : le récepteur écoute à celle-là
        seulement. Puis BIND est `localhost:PORT`, un nom.

        Qui ne doit pas être joint de l'extérieur reçoit une adresse de la machine elle-même, et compte là-dessus. À
        regarder : bind(2), getaddrinfo(3) ; `ss -tln` pendant que votre récepteur tourne.

check-ipv6 = il écoute aussi à une adresse IPv6
    .page =
        Le récepteur est lancé avec `[::1]:PORT` et y reçoit un fichier. Ce qu'il affiche commence par `::1` : une
        adresse IPv6 sans crochets, et sans port.

        Les crochets séparent une adresse de son port ; là où il n'y a pas de port, ils n'ont rien à faire. À voir :
        getaddrinfo(3), inet_ntop(3).

check-unknown-name = un nom que personne ne connaît est une erreur qui le nomme, avec le statut 1
    .page =
        BIND est `nobody.invalid:6001`, un nom qu'aucun résolveur ne connaît. Le récepteur se termine avec le statut 1
        et le nomme sur stderr.

        À voir : getaddrinfo(3), exit(3).

check-defaults = sans argument, il écoute sur le port 6001, à toutes les adresses
    .page =
        Le récepteur est lancé sans argument ; on s'adresse ensuite à lui à deux adresses de cette machine, port 6001.
        Ce qu'on lui envoie est enregistré dans le dossier où il a été lancé.

        `0.0.0.0` désigne toutes les adresses d'une machine, `127.0.0.1` la machine elle-même seulement. À voir :
        ip(7).

check-stalled-sender = un émetteur qui s'arrête en chemin ne fait attendre personne
    .page =
        Un émetteur s'arrête à mi-chemin et reste là. D'autres, venus après lui, sont servis pendant ce temps. Puis il
        reprend, et son fichier passe aussi, aussi long qu'ait été son silence.

        Qui attend les octets d'un émetteur ne sert personne d'autre : un thread par émetteur est une issue, un appel
        qui attend pour tous en est une autre. À regarder : pthreads(7), poll(2) ; en Rust, `std::thread::spawn`.

check-sends = l'en-tête et le fichier partent exactement selon le tableau
    .page =
        L'émetteur reçoit un fichier à envoyer. Le récepteur obtient la longueur du nom sur 2 octets, le nom, la taille
        sur 8 octets, le fichier ; il répond `OK S`, et le programme se termine avec 0.

        Les nombres voyagent l'octet de poids fort en premier. Presque toutes les autres vérifications de l'émetteur ont besoin de
        celle-ci. À regarder : byteorder(3) ; en Rust, `u16::to_be_bytes`, `u64::to_be_bytes` ; vos octets avec `nc -l
        6001 | xxd`.

check-nothing-else = rien n'est envoyé après le fichier, et stdout reste vide
    .page =
        Un fichier reçoit `OK S` pour réponse, un autre `ERR` et une raison. Les deux fois, rien ne suit le fichier sur
        le réseau, et il n'y a rien sur stdout.

        Le récepteur compte les octets, et sait de lui-même où le fichier finit. Et que tout s'est bien passé, le statut
        le dit ; ce qui a échoué, une ligne sur stderr. À regarder : stdout(3), exit(3), `eprintln!` ; vos octets avec
        `nc -l 6001 | xxd`.

check-any-image = toute suite d'octets peut être envoyée, même vide
    .page =
        Des fichiers sont envoyés : un vide, et des images, où toutes les valeurs d'un octet se rencontrent. Chacun
        arrive tel quel.

        À regarder : en Rust, `File` et `[u8]` à côté de `read_to_string` ; en Python, `open(…, "rb")`.

check-large-image = un grand fichier part sans que la mémoire grandisse avec lui
    .page =
        Des centaines de Mio sont envoyés. Ils arrivent entiers, et l'émetteur a pris moins de 40 Mio de mémoire.

        À regarder : en Rust, `std::io::copy` à côté de `std::fs::read` ; `top`, la colonne RES.

check-name-only = le nom voyage sans ses dossiers
    .page =
        FILE est un chemin à travers plusieurs dossiers, et son nom a des accents. Ce qui voyage est la dernière partie
        seule, en UTF-8. Un autre nom fait 255 octets, le plus que l'en-tête puisse contenir.

        Le récepteur a d'autres dossiers, et refuse un `/`. N compte des octets, pas des lettres. À regarder :
        basename(3) ; en Rust, `Path::file_name`, et `len` d'un `str`.

check-ok-in-pieces = une réponse venue en morceaux est une réponse
    .page =
        Le récepteur envoie `O`, plus tard `K `, puis la taille et le retour à la ligne en morceaux. Le programme se
        termine avec 0.

        Une lecture rend ce qui est là. Une ligne est complète avec son \n. À regarder : recv(2) ; en Rust,
        `BufRead::read_line`.

check-wrong-size = `OK` avec une autre taille n'est pas un succès
    .page =
        Le récepteur répond `OK` avec une taille qui n'est pas celle du fichier. Une ligne sur stderr le dit, et le
        statut est 1.

        La réponse dit ce qui est arrivé là-bas. À regarder : à quoi comparez-vous la réponse, et jusqu'au bout ?

check-err = `ERR` est une erreur que l'on dit, statut 1
    .page =
        Le récepteur répond `ERR` et une raison. La raison se trouve sur stderr, et le statut est 1.

        À regarder : exit(3) ; par quel chemin sort-on alors de votre `main` ?

check-no-answer = pas de réponse, ou la moitié d'une, n'est pas un succès
    .page =
        Le récepteur ferme sans répondre, ou au milieu de sa réponse. Le statut est 1, et une ligne sur stderr donne
        l'adresse.

        Que tous les octets soient écrits veut dire que le noyau les a. Que le fichier soit arrivé, on le sait par la
        réponse. À regarder : send(2), au début, à propos des erreurs ; recv(2), sur la valeur de retour 0.

check-early-err = `ERR` avant que tout le fichier soit passé termine le transfert
    .page =
        Le récepteur répond `ERR` après l'en-tête, et ferme. Le programme se termine bientôt avec 1, sans paniquer.

        Qui continue d'écrire reçoit EPIPE ou ECONNRESET, et n'apprend peut-être plus la raison. À regarder : write(2),
        sous EPIPE.

check-no-such-file = un fichier que l'on ne peut pas envoyer est signalé avant que rien ne parte
    .page =
        FILE n'existe pas, ou est un dossier. Une ligne sur stderr le nomme, le statut est 1, et aucun récepteur ne
        reçoit un octet.

        À regarder : open(2), sous ENOENT ; open(2) d'un dossier en lecture, et read(2), sous EISDIR ; dans quel ordre
        votre programme regarde-t-il le fichier et écrit-il sur le réseau ?

check-refused = l'absence de récepteur est une erreur qui le nomme, statut 1
    .page =
        Personne n'écoute à l'adresse SERVER. Une ligne sur stderr nomme l'adresse, et le statut est 1.

        À regarder : connect(2), sous ECONNREFUSED.

check-every-address = chaque adresse d'un nom est essayée
    .page =
        Le nom a deux adresses, et personne n'écoute à la première. Le fichier arrive à la seconde.

        À regarder : getaddrinfo(3), sur la liste qu'elle rend ; en Rust, ce que `TcpStream::connect` fait d'un nom.

check-sender-ipv6 = SERVER peut être une adresse IPv6
    .page =
        SERVER est `[::1]:PORT`. Le fichier passe.

        Une adresse IPv6 est pleine de deux-points : les crochets disent où elle finit et où commence le port. À
        regarder : getaddrinfo(3), ipv6(7) ; en Rust, ce que prend `TcpStream::connect`.

check-sender-usage = de mauvais arguments donnent `usage:` et le statut 2
    .page =
        Une adresse sans port, un port qui n'en est pas un, ou trop d'arguments : une ligne sur stderr commence par
        `usage:`, et le statut est 2.

        À regarder : exit(3), et la liste dans le README.

check-sender-defaults = sans argument, il envoie image.png à 127.0.0.1:6001
    .page =
        L'émetteur est lancé sans argument, dans un dossier où il y a un fichier image.png. Le récepteur à 127.0.0.1,
        port 6001, le reçoit.

        À regarder : les constantes en haut du fichier.

# Pour qui n'a pas commencé : de quoi s'occupe la partie 1, pourquoi, un exemple, une question, où lire plus. C'est
# `checker hint` qui le montre.
begin-image-sender =
    La partie 1 de l'expéditeur, c'est le fichier : ouvert, avec son nom et sa taille, avant toute connexion.

    Pourquoi : tout ce qui peut ne pas aller avec le fichier (il n'existe pas, c'est un dossier, son nom ne tient
    pas dans l'en-tête) doit être connu avant tout envoi, car le récepteur ne peut pas revenir sur ce qu'il a
    commencé. L'en-tête veut d'abord le nom et la taille, et le noyau dit la taille sans que l'on lise le fichier.

        donné sur la ligne de commande    ../photos/chat.png
        va dans l'en-tête                 chat.png     et sa taille, 48213
        reste à la maison                 ../photos/

    À méditer : lesquelles de ces erreurs apprend-on en ouvrant le fichier, et lesquelles faut-il demander ? Ouvrir
    un dossier échoue-t-il ?

    Pour aller plus loin : stat(2) ; open(2) ; basename(1) ; essayez `stat exercises` et `stat README.md`.

begin-image-receiver =
    La partie 1 du récepteur, c'est sa porte : le socket qui écoute, tout comme dans l'exercice 04.

    Pourquoi : un récepteur est un serveur : les expéditeurs s'y connectent, un transfert chacun. Dès qu'il écoute,
    le noyau prend leurs connexions et garde les premiers octets d'un fichier, même pendant que le récepteur
    s'occupe encore d'un autre.

        LISTEN   0.0.0.0:6001                 la porte
        ESTAB    10.0.0.1:6001 - 10.0.0.2     un transfert

    À méditer : quelles erreurs concernent ici le récepteur tout entier, et lesquelles un seul transfert ?
    Lesquelles ont le droit de mettre fin au programme ?

    Pour aller plus loin : listen(2) ; votre propre solution de 04 ; `ss -ltnp` pendant que le récepteur tourne.

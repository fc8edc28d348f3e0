title = Un récepteur UDP

check-shows-a-datagram = un datagramme est affiché avec l'adresse de son émetteur
    .page =
        Quelqu'un envoie un datagramme, et le programme affiche `IP:PORT TEXTE` : l'adresse de l'émetteur, une
        espace, le texte, et un retour à la ligne.

        Un récepteur, c'est un socket lié à un port, et un `recvfrom` qui dit qui c'était. Presque toutes les autres
        vérifications ont besoin de celle-ci. À regarder : bind(2), recvfrom(2).

check-at-once = un datagramme est affiché dès qu'il arrive
    .page =
        Un datagramme arrive, et sa ligne est attendue à travers un tube avant que le suivant soit envoyé.

        Dans un terminal, presque tout apparaît tout de suite ; vers un tube, un tampon peut le retenir. À regarder :
        stdout(3), setvbuf(3) ; lancez votre programme avec `| cat`.

check-one-line-each = plusieurs datagrammes font une ligne chacun
    .page =
        Plusieurs datagrammes se suivent, avec ou sans \n à la fin. Chacun devient exactement une ligne.

        La limite entre les messages, c'est ce qu'UDP donne et que TCP ne donne pas ; un \n final n'est pas doublé. À
        regarder : recvfrom(2) ; RFC 768.

check-prints-nothing-else = stdout porte les datagrammes et rien d'autre
    .page =
        Un datagramme est envoyé, et stdout ne contient ensuite que sa ligne : pas de message d'accueil avant, pas de
        ligne vide après.

        Un autre programme ne peut lire la sortie d'un récepteur que si chacune de ses lignes est celle d'un datagramme.
        Les nouvelles destinées aux gens vont sur stderr. À regarder : stdout(3), `eprintln!` ; et qui écrit la fin de
        la ligne, le datagramme ou vous ?

check-tells-senders-apart = chaque ligne porte l'adresse de son propre émetteur
    .page =
        Deux émetteurs, d'adresses et de ports différents, alternent. Chaque ligne nomme celui dont vient le
        datagramme.

        Un seul socket UDP entend tout le monde ; qui c'était est une propriété du datagramme. À regarder :
        recvfrom(2), son argument d'adresse.

check-empty = un datagramme vide est affiché et ne termine rien
    .page =
        Un datagramme sans un seul octet arrive, puis un autre. Les deux sont affichés, le premier avec un texte vide.

        En UDP, 0 octet reçu n'est pas une fin : il n'y en a pas. À regarder : recvfrom(2), sur la valeur de retour ;
        udp(7).

check-crlf = un \r\n final est retiré en entier
    .page =
        Un datagramme se termine par \r\n, comme l'envoie un terminal Windows. La ligne montre le texte sans les deux.

        Un \r qui reste ramène le curseur au début et cache la ligne. À regarder : votre affichage avec `| xxd`.

check-inner-newline = un \n à l'intérieur d'un datagramme reste
    .page =
        Un datagramme contient un \n en son milieu. Il est affiché tel quel : on ne retire qu'un \n final.

        Le datagramme est le message ; ce qu'il contient est l'affaire de son émetteur. À regarder : combien de \n
        votre programme retire-t-il, et où ?

check-any-bytes = un texte est affiché avec les blancs qui l'entourent, et les octets qui ne sont pas de l'UTF-8 comme U+FFFD
    .page =
        Un texte commence et finit par des blancs, qui en font partie. Un autre contient des octets qui ne sont pas de
        l'UTF-8 : ce qui est lisible est affiché, le reste comme U+FFFD, et le programme continue. Un NUL ne termine
        pas non plus un texte, ni un caractère qui termine une ligne ailleurs (VT, FF, NEL, U+2028). Un mot
        comme `quit` est un texte, lui aussi.

        N'importe qui peut envoyer n'importe quoi à un port. À regarder : en Rust, `String::from_utf8_lossy` ; en
        Python, `errors="replace"`.

check-largest = un datagramme de 65 507 octets est affiché en entier
    .page =
        Le plus grand datagramme qu'IPv4 puisse porter arrive, et il est affiché tout entier.

        Ce qui ne tient pas dans le tampon d'un `recvfrom` est jeté sans erreur. À regarder : recv(2), sous MSG_TRUNC ;
        la taille de votre tampon.

check-ipv6 = un émetteur IPv6 est montré entre crochets
    .page =
        Le programme écoute sur [::1] ; un datagramme est affiché comme `[::1]:PORT TEXTE`.

        Sans crochets, personne ne verrait où finit l'adresse et où commence le port. À regarder : ipv6(7) ; RFC 5952,
        section 6.

check-bind-address = il écoute là où on le lui a dit, et là seulement
    .page =
        Le programme doit écouter à l'une des adresses de la machine. Un datagramme envoyé à celle-ci est affiché, un
        autre envoyé à une autre adresse de la machine ne l'est pas. BIND peut aussi être un nom, tel que localhost.

        L'adresse à laquelle on se lie est un filtre : 0.0.0.0 laisse tout passer. À regarder : ip(7), sous
        INADDR_ANY ; `ss -ulnp`.

check-defaults = sans argument, il écoute sur 0.0.0.0:8888
    .page =
        Le programme est lancé sans argument, et les datagrammes envoyés au port 8888 sont affichés, à quelque adresse
        de la machine qu'ils aient été envoyés.

        À regarder : la constante en haut du fichier ; `ss -ulnp`.

check-says-nothing = il n'envoie rien sur le réseau
    .page =
        Celui qui a envoyé un datagramme guette une réponse, et n'en reçoit pas.

        Un récepteur qui répond peut commencer une conversation sans fin avec un autre qui répond. À regarder : chaque
        `sendto` de votre programme.

check-stdin-ends = la fin de son entrée ne l'arrête pas
    .page =
        L'entrée standard du programme est terminée dès le début. Les datagrammes sont affichés quand même.

        Un programme lancé par un service a /dev/null pour entrée. À regarder : votre programme lit-il son entrée ?

check-port-in-use = un port déjà pris est une erreur qui le nomme, statut 1
    .page =
        Un autre socket a déjà l'adresse. Une ligne sur stderr la nomme, et le statut est 1.

        EADDRINUSE tout seul ne dit pas de quel port il s'agit. À regarder : bind(2), sous EADDRINUSE.

check-usage = de mauvais arguments donnent `usage:` et le statut 2
    .page =
        Une adresse sans port, un port qui n'en est pas un, ou trop d'arguments : une ligne sur stderr commence par
        `usage:`, et le statut est 2.

        Au statut, un script voit s'il faut réessayer (1) ou s'il a mal appelé le programme (2). À regarder : exit(3),
        et la liste dans le README.

check-unknown-name = un nom inconnu est une erreur qui le nomme, statut 1
    .page =
        BIND est un nom que personne ne connaît. Une ligne sur stderr le nomme, et le statut est 1.

        À regarder : getaddrinfo(3), sous EAI_NONAME.

# Pour qui n'a pas commencé : de quoi s'occupe la partie 1, pourquoi, un exemple, une question, où lire plus. C'est
# `checker hint` qui le montre.
begin-udp-listener =
    La partie 1, c'est le socket : l'adresse et le port où l'on peut joindre votre programme.

    Pourquoi : le noyau trie ce qui arrive d'après le port. Tant qu'aucun socket n'est lié à un port, personne ne
    lit ce qui y est envoyé, et le noyau le jette. L'adresse dit par laquelle des interfaces de la machine :
    0.0.0.0, c'est toutes ; 127.0.0.1, la machine elle-même seulement.

        lié à 127.0.0.1:8888     entend : cette machine
        lié à 0.0.0.0:8888       entend : cette machine et toutes les autres
        lié à rien               l'expéditeur reçoit "port unreachable"

    À méditer : d'où votre programme tient-il l'adresse : de la ligne de commande ou d'une constante ? Et que
    doit-il se passer si un autre programme a déjà ce port ?

    Pour aller plus loin : bind(2) ; udp(7) ; `ss -ulnp` montre les ports qui sont pris.

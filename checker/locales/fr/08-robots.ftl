title = Des robots et leur relais

check-relays = ce qu'un robot envoie arrive chez un autre
    .page =
        Le relais connaît deux robots par leurs adresses. L'un envoie un datagramme ; l'autre, qui n'a encore rien dit,
        le reçoit.

        UDP n'a pas de connexions : personne ne s'annonce, et qui en fait partie se lit dans les arguments. Presque
        toutes les autres vérifications du relais ont besoin de celle-ci. À regarder : recvfrom(2), sendto(2).

check-everybody = tous les autres robots le reçoivent, qu'ils soient deux ou cinq
    .page =
        Trois robots, puis six : chacun envoie quelque chose, et chacun des autres le reçoit.

        À regarder : combien d'adresses votre programme prend-il dans ses arguments, et que fait la boucle après la
        première ?

check-spares-the-sender = ce qu'un robot envoie ne lui revient pas
    .page =
        Un robot envoie un datagramme. Quand le relais est de nouveau au repos, rien ne lui est revenu.

        Deux programmes qui se renverraient tout ce qu'ils reçoivent ne s'arrêteraient jamais. À regarder : avec quoi
        comparez-vous les adresses de votre liste avant d'envoyer ?

check-once = chaque datagramme vient une fois, et rien d'autre ne vient
    .page =
        Un robot envoie un datagramme. Un autre le reçoit une fois, et pas un octet de plus ; l'expéditeur ne reçoit pas
        de confirmation.

        Sur le réseau, chaque datagramme fait partie du protocole. Les nouvelles destinées aux gens vont sur stderr. À
        regarder : chaque `sendto` de votre programme.

check-strangers = ce qu'envoie un inconnu ne va nulle part
    .page =
        Quelqu'un qui n'est pas l'un des robots envoie un datagramme, puis un autre. Aucun robot ne les reçoit, et
        l'inconnu ne reçoit pas non plus ce que disent les robots.

        N'importe qui sur le réseau peut envoyer à un port. En TCP, il faudrait d'abord accepter sa connexion ; en UDP,
        votre programme est seul à vérifier. À regarder : l'adresse d'expéditeur que rend `recvfrom`, et votre liste.

check-same-address = deux robots à la même adresse IP, ou avec le même port, sont deux robots
    .page =
        Deux robots ont la même adresse IP et des ports différents, comme deux programmes sur un même Pi. Ce que l'un
        envoie, l'autre le reçoit.

        Une adresse IP désigne une machine ; IP et port ensemble, un socket de cette machine. À regarder : par quoi
        votre programme compare-t-il deux adresses ?

check-neighbour = un autre programme sur la machine d'un robot est un inconnu
    .page =
        Un datagramme vient de l'adresse IP d'un robot, mais d'un autre port. Il ne va nulle part.

        À regarder : votre programme reconnaît-il un robot à son adresse IP, ou à l'IP et au port ?

check-prints = le relais affiche ce qu'il relaie, avec l'adresse de l'expéditeur
    .page =
        Un robot envoie un datagramme, et le relais affiche `IP:PORT TEXTE`, comme dans l'exercice 02.

        À regarder : qu'affichait votre récepteur, et le relais peut-il appeler la même fonction ?

check-prints-at-once = il affiche un datagramme dès qu'il arrive
    .page =
        Un datagramme arrive, et sa ligne est attendue à travers un tube avant que rien d'autre ne soit envoyé.

        Dans un terminal, presque tout apparaît tout de suite ; vers un tube, un tampon peut le retenir. À regarder :
        stdout(3), setvbuf(3) ; lancez votre programme avec `| cat`.

check-prints-line-ends = \r\n est retiré en entier, et de plusieurs \n un seul
    .page =
        Des datagrammes se terminent par \r\n, comme l'envoie un terminal Windows, ou par deux \n. La ligne montre le
        texte sans le \r\n, ou sans un \n.

        À regarder : qu'est-ce qui est retiré au juste à la fin d'un texte ? Lancez votre programme avec `| xxd`.

check-prints-nothing-else = stdout porte les datagrammes et rien d'autre
    .page =
        Un datagramme est envoyé, et stdout ne contient ensuite que sa ligne : pas de message d'accueil avant, pas de
        ligne vide après.

        Un autre programme peut lire ce qu'affiche le relais. Les nouvelles destinées aux gens vont sur stderr. À
        regarder : stdout(3), `eprintln!`.

check-unchanged = un datagramme est transmis tel quel, octet par octet
    .page =
        Des datagrammes avec des blancs autour du texte, avec \r\n, avec plusieurs \n et sans aucun arrivent tels qu'ils
        étaient.

        Ce qui s'affiche est pour les gens, et perd sa fin de ligne ; ce qui est transmis, c'est le datagramme. À
        regarder : lequel des deux donnez-vous à `sendto` ?

check-any-bytes = des octets qui ne sont pas de l'UTF-8 sont transmis tels quels
    .page =
        Un datagramme contient des octets qui ne sont pas de l'UTF-8 valide. Il est transmis avec exactement ces octets ;
        là où il s'affiche, ils deviennent U+FFFD.

        Le relais transporte des octets. Seul qui les affiche doit savoir ce qu'ils veulent dire. À regarder : le type
        dans lequel votre programme garde un datagramme entre `recvfrom` et `sendto`.

check-largest = un datagramme de 65 507 octets est transmis en entier
    .page =
        Le plus grand datagramme qu'IPv4 puisse porter est transmis avec tous ses octets, et affiché avec tous.

        Ce qui ne tient pas dans le tampon d'un `recvfrom` est jeté sans erreur. À regarder : recv(2), sous MSG_TRUNC ;
        la taille de votre tampon.

check-empty = un datagramme vide est transmis, et ne termine rien
    .page =
        Un datagramme sans un seul octet est transmis comme tel, et affiché avec un texte vide. Puis il en vient
        d'autres.

        En UDP, 0 octet reçu n'est pas une fin : il n'y en a pas. À regarder : recvfrom(2), sur la valeur de retour ;
        udp(7).

check-robot-off = un robot est éteint, et les autres sont servis quand même
    .page =
        Personne n'écoute à l'adresse d'un robot ; l'autre machine le dit par ICMP. Les autres reçoivent chaque
        datagramme. Puis on l'allume, et il reçoit ce qui est envoyé dès lors.

        L'erreur ne concerne que ce robot, et apparaît là où son socket sert la fois suivante ; un socket non connecté
        n'en apprend jamais rien. À regarder : udp(7), sur les erreurs ; RFC 1122, section 4.1.3.3 ; qu'est-ce qui met
        fin à la boucle sur vos robots ?

check-burst = de mille datagrammes d'un coup, aucun ne se perd que le noyau avait accepté
    .page =
        Un robot envoie mille datagrammes, aussi vite qu'il peut. Le noyau en garde quelques centaines jusqu'à ce que
        votre programme les prenne, et jette ce qui n'a plus de place ; il les compte, et personne n'en est tenu pour
        responsable. Tous les autres arrivent.

        La file sert à cela : un thread prend au noyau aussi vite qu'il peut, un autre a le temps d'afficher et
        d'envoyer. Une file qui jette ce qui n'y tient pas ne vaut pas mieux que celle du noyau. À regarder : udp(7),
        SO_RCVBUF dans socket(7) ; la colonne « drops » de /proc/net/udp.

check-stdin-ends = la fin de son entrée n'arrête pas le relais
    .page =
        L'entrée standard du programme est terminée dès le début. Les datagrammes sont transmis quand même.

        Un programme lancé par un service a /dev/null pour entrée. À regarder : votre relais lit-il son entrée ?

check-name = un robot peut être donné par un nom
    .page =
        L'un des robots est donné par localhost et un port. Le relais écoute à une adresse IPv4 ; il connaît ce robot par
        l'adresse IPv4 que désigne le nom.

        Un nom peut désigner plusieurs adresses, souvent une adresse IPv6 d'abord, à laquelle un socket IPv4 ne peut rien
        envoyer. À regarder : getaddrinfo(3) ; en Rust, `ToSocketAddrs`, et ce qu'il rend après la première.

check-ipv6 = les adresses IPv6 sont entre crochets
    .page =
        Le relais écoute sur [::1], et ses robots ont des adresses IPv6. Ils s'entendent, et le relais affiche
        `[::1]:PORT TEXTE`.

        Un socket appartient à une famille. À regarder : ipv6(7) ; comment vos adresses sont-elles comparées ?

check-port-in-use = un port déjà pris est une erreur qui le nomme, statut 1
    .page =
        Un autre socket a déjà l'adresse. Une ligne sur stderr la nomme, et le statut est 1.

        EADDRINUSE tout seul ne dit pas de quel port il s'agit. À regarder : bind(2), sous EADDRINUSE.

check-usage = de mauvais arguments donnent `usage:` et le statut 2
    .page =
        L'une des adresses, celle du relais ou celle d'un robot, n'a pas de port, ou un port qui n'en est pas un : une
        ligne sur stderr commence par `usage:`, et le statut est 2.

        Au statut, un script voit s'il faut réessayer (1) ou s'il a mal appelé le programme (2). À regarder : exit(3) ;
        combien d'arguments regardez-vous ?

check-unknown-name = un nom inconnu est une erreur qui le nomme, statut 1
    .page =
        BIND, ou l'un des robots, est un nom que personne ne connaît. Une ligne sur stderr le nomme, et le statut est 1.

        Qui a mal tapé un nom veut le lire dans le message. À regarder : getaddrinfo(3), sous EAI_NONAME.

check-defaults = sans argument, le relais écoute sur 0.0.0.0:4455
    .page =
        Le programme est lancé sans argument. Il est lié au port 4455, à toutes les adresses de la machine.

        À regarder : la constante en haut du fichier ; `ss -ulnp`.

check-robot-sends = une ligne tapée arrive au relais sous forme de datagramme
    .page =
        Une ligne est tapée, et le relais reçoit un datagramme : les octets de la ligne avec leur \n à la fin, et rien
        d'autre.

        Cette moitié du robot, c'est l'exercice 01. À regarder : votre programme lit-il son entrée pendant qu'il attend
        des datagrammes ?

check-robot-shows = ce que le relais envoie s'affiche
    .page =
        Le relais envoie un datagramme, et le robot affiche `IP:PORT TEXTE`, bien que personne ne tape.

        Cette moitié du robot, c'est l'exercice 02. À regarder : votre programme écoute-t-il pendant qu'il attend son
        entrée ?

check-robot-from-bind = ce qu'il envoie vient de l'adresse où il écoute
    .page =
        Une ligne est tapée, et l'expéditeur du datagramme, vu du relais, est BIND.

        Le relais reconnaît un robot à son adresse : ce qui vient d'un autre port vient d'un inconnu. L'expéditeur d'un
        datagramme, c'est le socket par lequel il part. À regarder : combien de sockets votre programme a-t-il ?
        `ss -ulnp`.

check-robot-sends-at-once = une ligne part alors que l'entrée est encore ouverte
    .page =
        Deux lignes sont tapées, et leurs datagrammes sont attendus avant la fin de l'entrée. Rien n'arrive pendant ce
        temps.

        Les mesures d'un capteur n'ont pas de fin. À regarder : read(2) ; qu'attend votre programme après le premier \n ?

check-robot-shows-at-once = les datagrammes s'affichent dès qu'ils arrivent
    .page =
        Deux datagrammes arrivent, l'un après l'autre, sans que l'on tape. Chacun s'affiche aussitôt, à travers un tube
        aussi.

        À regarder : stdout(3), setvbuf(3) ; qu'attend votre programme après le premier datagramme ?

check-robot-both-ways = aucun des deux sens n'attend l'autre
    .page =
        Une demi-ligne est tapée, et un datagramme qui arrive alors s'affiche aussitôt. Puis beaucoup de datagrammes
        arrivent, et une ligne tapée pendant ce temps part.

        Un seul thread ne peut pas attendre à deux endroits. Deux le peuvent, ou un seul qui attend avec `poll` et ne lit
        jamais plus que ce qui est là. À regarder : pthreads(7), poll(2) ; un verrou est-il tenu pendant une lecture ?

check-robot-stdin-ends = à la fin de son entrée, il continue d'écouter
    .page =
        Une ligne est tapée, et l'entrée se termine. La ligne part, le programme continue de tourner et affiche ce qui
        arrive.

        Un robot sans capteurs en est un qui entend encore. À regarder : lequel de vos threads se termine alors, et le
        programme se termine-t-il avec lui ?

check-robot-relay-off = que le relais soit éteint n'est pas une erreur
    .page =
        Une ligne est tapée alors que personne n'écoute à RELAY, comme l'autre machine le dit par ICMP. Puis le relais
        est là, et reçoit les lignes suivantes, y compris la première d'entre elles.

        À regarder : udp(7), sur les erreurs ; `connect` est-il appelé sur votre socket, et qui reçoit alors l'erreur ?

check-robot-one-datagram-each = plusieurs lignes tapées d'un coup font un datagramme chacune, dans l'ordre
    .page =
        Quatre lignes arrivent d'un coup sur l'entrée standard, et quatre datagrammes partent, dans l'ordre des lignes.

        Ce qui est lu d'un coup ne part pas forcément d'un coup. À regarder : sendto(2) ; RFC 768.

check-robot-last-line = une dernière ligne sans \n part telle quelle
    .page =
        L'entrée se termine au milieu d'une ligne. Ce qui a été tapé part quand même, sans un \n que personne n'a tapé.

        À regarder : que rend votre lecture à la fin de l'entrée, et le jetez-vous ?

check-robot-any-bytes = des octets qui ne sont pas de l'UTF-8 n'arrêtent rien, dans aucun sens
    .page =
        Un datagramme dont des octets ne sont pas de l'UTF-8 s'affiche avec U+FFFD à leur place ; une ligne tapée qui en
        contient part telle quelle.

        À regarder : en Rust, `String::from_utf8_lossy` et `BufRead::read_until` ; en Python, `errors="replace"` et
        `sys.stdin.buffer`.

check-robot-largest = 65 507 octets s'affichent en entier, et partent en entier
    .page =
        Le plus grand datagramme qu'IPv4 puisse porter s'affiche avec tous ses octets, et une ligne de cette taille part
        en un seul datagramme.

        À regarder : recv(2), sous MSG_TRUNC ; la taille de vos tampons.

check-robot-too-long = une ligne qu'aucun datagramme ne peut contenir est une erreur, statut 1
    .page =
        La ligne dépasse 65 507 octets avec son \n. La précédente est partie ; pour celle-ci, stderr dit sa taille ou la
        limite, et le statut est 1, comme dans l'exercice 01.

        À regarder : sendto(2), sous EMSGSIZE ; que fait une erreur dans l'un de vos threads ?

check-robot-empty = un datagramme vide et une ligne vide ne terminent rien
    .page =
        Un datagramme vide s'affiche avec un texte vide, une ligne vide part sous la forme \n ; puis il en vient
        d'autres.

        Vide ne veut pas dire fini. À regarder : recvfrom(2) et read(2), sur la valeur de retour.

check-robot-line-ends = \r\n est retiré en entier, et de plusieurs \n un seul
    .page =
        Des datagrammes se terminent par \r\n, ou par deux \n. La ligne montre le texte sans le \r\n, ou sans un \n.

        À regarder : qu'est-ce qui est retiré au juste à la fin d'un texte ? Lancez votre programme avec `| xxd`.

check-robot-prints-nothing-else = stdout porte les datagrammes et rien d'autre
    .page =
        Une ligne est tapée et un datagramme arrive. stdout ne contient que la ligne du datagramme : pas d'invite, et
        rien de ce qui a été tapé.

        À regarder : stdout(3), `eprintln!`.

check-robot-name = le relais peut être donné par un nom
    .page =
        RELAY est localhost et un port, et le robot est lié à une adresse IPv4. La ligne arrive à l'adresse IPv4 que
        désigne le nom.

        Un nom peut désigner plusieurs adresses, souvent une adresse IPv6 d'abord, à laquelle un socket IPv4 ne peut rien
        envoyer. À regarder : getaddrinfo(3) ; en Rust, `ToSocketAddrs`, et ce qu'il rend après la première.

check-robot-ipv6 = les adresses IPv6 sont entre crochets
    .page =
        BIND et RELAY sont des adresses IPv6. Ce qui arrive s'affiche comme `[::1]:PORT TEXTE`, et ce qui est tapé
        arrive.

        À regarder : ipv6(7).

check-robot-port-in-use = un port déjà pris est une erreur qui le nomme, statut 1
    .page =
        Un autre socket a déjà l'adresse. Une ligne sur stderr la nomme, et le statut est 1.

        À regarder : bind(2), sous EADDRINUSE.

check-robot-usage = de mauvais arguments donnent `usage:` et le statut 2
    .page =
        L'une des deux adresses n'a pas de port, ou un port qui n'en est pas un, ou il y a trop d'arguments : une ligne
        sur stderr commence par `usage:`, et le statut est 2.

        À regarder : exit(3) ; les deux adresses sont-elles regardées ?

check-robot-unknown-name = un nom inconnu est une erreur qui le nomme, statut 1
    .page =
        BIND ou RELAY est un nom que personne ne connaît. Une ligne sur stderr le nomme, et le statut est 1.

        À regarder : getaddrinfo(3), sous EAI_NONAME.

check-robot-defaults = sans argument : de 0.0.0.0:4455 vers 127.0.0.1:4455
    .page =
        Le programme est lancé sans argument. Il est lié au port 4455 à toutes les adresses, et envoie au port 4455 de sa
        propre machine. C'est son propre socket : il affiche ce qui est tapé, comme venu de 127.0.0.1:4455.

        Au cours, le relais a une machine à lui, et chaque robot aussi : tous ont le port 4455. À regarder : les
        constantes en haut du fichier ; `ss -ulnp`.

# Pour qui n'a pas commencé : de quoi parle la partie 1, pourquoi, un exemple, une question, où lire la suite. `checker hint` le montre.
begin-robot-relay =
    La partie 1 du relais, c'est son socket : la seule adresse à laquelle tous les robots envoient, comme dans l'exercice 02.

    Pourquoi : UDP ne connaît pas de connexion. Un seul socket reçoit de tous les robots et envoie à tous les robots : avec
    chaque datagramme, le noyau dit d'où il vient ; pour chaque datagramme qui part, c'est le programme qui dit où il va.

        de  192.168.1.11:4455   reçu     "distance 31"
        à   192.168.1.12:4455   envoyé   "distance 31"
        à   192.168.1.13:4455   envoyé   "distance 31"

    À méditer : comment le relais distingue-t-il le robot 1 du robot 2, puisque tout sort du même socket ? Et à quoi
    voit-il qu'un émetteur n'est pas l'un de ses robots ?

    Pour aller plus loin : bind(2) ; udp(7) ; recvfrom(2).
begin-robot =
    La partie 1 du robot, c'est son socket : il a une adresse à lui, car c'est à elle que le relais le reconnaît.

    Pourquoi : un socket qui n'est lié à rien reçoit un port libre quelconque au premier envoi. Le relais prendrait ce qui en
    vient pour l'envoi d'un inconnu, et ce qu'il envoie à l'adresse du robot ne trouverait personne.

        lié à 0.0.0.0:4455     envoie du port 4455     le relais le reconnaît
        lié à rien             envoie du port 39012    un inconnu

    À méditer : le même socket envoie et reçoit. Lequel des deux attend, et qui fait l'autre pendant ce temps ?

    Pour aller plus loin : bind(2) ; udp(7).

title = Un émetteur UDP

check-sends-a-line = une ligne tapée arrive sous forme de datagramme
    .page =
        Une ligne est tapée, et le destinataire reçoit un datagramme : les octets de la ligne avec leur \n à la fin, et
        rien d'autre.

        Tout UDP est là : un socket, une destination, et `sendto`. Il n'y a pas de connexion à établir. Presque toutes
        les autres vérifications ont besoin de celle-ci. À regarder : udp(7), sendto(2).

check-one-datagram-each = plusieurs lignes tapées d'un coup font un datagramme chacune, dans l'ordre
    .page =
        Trois lignes arrivent d'un coup sur l'entrée standard, et trois datagrammes partent, un par ligne, dans l'ordre
        des lignes.

        Ce qui est lu d'un coup ne part pas forcément d'un coup : UDP garde la limite que vous tracez à chaque
        `sendto`, et le destinataire compte dessus. À regarder : sendto(2) ; RFC 768.

check-at-once = une ligne part alors que l'entrée est encore ouverte
    .page =
        Une ligne est tapée, et son datagramme est attendu avant que quoi que ce soit d'autre soit tapé, et avant la
        fin de l'entrée.

        Quelqu'un qui tape n'est pas à la fin de son entrée. Un capteur qui alimente un programme par un tube n'y
        arrive jamais. À regarder : read(2) ; qu'attend votre programme après le premier \n ?

check-last-line = une dernière ligne sans \n part telle quelle
    .page =
        L'entrée se termine au milieu d'une ligne. Ce qui a été tapé part quand même, sans un \n que personne n'a tapé.

        `printf bonjour` et les éditeurs qui n'ajoutent pas de fin de ligne en produisent. À regarder : que rend votre
        lecture à la fin de l'entrée, et le jetez-vous ?

check-empty-line = une ligne vide est un datagramme qui ne contient que \n
    .page =
        Une ligne vide est tapée entre deux autres. C'est un octet, \n, et il part dans un datagramme d'un octet.

        Vide ne veut pas dire fini. À regarder : read(2), dont le 0 annonce la fin, et l'endroit où votre programme
        retire le \n.

check-prints-nothing = stdout reste vide
    .page =
        Ce que l'émetteur a à dire part sur le réseau. stdout porte ce que dit le contrat et rien d'autre, et pour ce
        programme le contrat ne dit rien, qu'il y ait des lignes à envoyer ou non.

        Dans une chaîne de commandes, un programme parle au suivant par stdout ; les nouvelles destinées aux gens vont
        sur stderr. À regarder : stdout(3), `eprintln!`.

check-nothing-typed = une entrée vide n'envoie rien et n'est pas une erreur
    .page =
        L'entrée se termine avant que quoi que ce soit soit tapé. Rien ne part, et le programme se termine avec le
        statut 0.

        Une liste de lignes vide est une liste de lignes. À regarder : ce que votre programme fait à la fin de
        l'entrée.

check-half-line = une ligne tapée en morceaux fait un seul datagramme
    .page =
        Une moitié de ligne est tapée, puis l'autre avec son \n. Il part un seul datagramme, avec le tout.

        Dans un tube, un autre programme écrit par morceaux à sa guise. Une ligne est complète avec son \n, pas quand
        une lecture revient. À regarder : pipe(7), read(2).

check-any-bytes = une ligne part telle qu'elle a été tapée, avec les blancs qui l'entourent et les octets qui ne sont pas de l'UTF-8
    .page =
        Une ligne commence et finit par des blancs ; une autre contient des octets qui ne sont pas de l'UTF-8 valide. Les
        datagrammes portent exactement ces octets. Un mot comme `quit` ne veut rien dire de plus que lui-même.

        Le réseau transporte des octets ; seul qui les affiche doit savoir ce qu'ils veulent dire. À regarder : le type
        dans lequel votre programme lit une ligne ; RFC 3629, section 3.

check-largest = une ligne de 65 507 octets part en un seul datagramme
    .page =
        Avec son \n, la ligne a 65 507 octets : le maximum qu'un datagramme UDP puisse porter en IPv4. Elle part
        entière.

        Le champ de longueur a 16 bits, soit 65 535 octets, moins 8 pour l'en-tête UDP et 20 pour celui d'IPv4. À
        regarder : udp(7) ; RFC 768 ; la taille de votre tampon.

check-too-long = une ligne qu'aucun datagramme ne peut contenir est une erreur, statut 1
    .page =
        La ligne dépasse 65 507 octets avec son \n. Les lignes précédentes sont parties ; pour celle-ci, stderr dit sa
        taille ou la limite, et le statut est 1.

        `sendto` la refuse avec EMSGSIZE. La couper en deux ferait d'un message deux, et le destinataire n'en saurait
        rien. À regarder : sendto(2), sous EMSGSIZE.

check-nobody-listens = que personne n'écoute n'est pas une erreur
    .page =
        Plusieurs lignes sont tapées vers un port où personne n'écoute ; puis quelqu'un s'y met, et reçoit les lignes
        suivantes.

        UDP ne sait pas si quelqu'un est là. L'autre machine peut le dire par ICMP, et un socket sur lequel on a appelé
        `connect` le reçoit comme erreur d'un appel suivant. À regarder : udp(7), sur les erreurs ; RFC 1122,
        section 4.1.3.3.

check-name = la destination peut être un nom
    .page =
        La destination est donnée par un nom, comme localhost. Il est résolu, et le datagramme arrive.

        On retient des noms, et les adresses changent. À regarder : getaddrinfo(3) ; en Rust, `ToSocketAddrs`.

check-ipv6 = la destination peut être une adresse IPv6 entre crochets
    .page =
        La destination est [::1] et un port. Le datagramme y arrive.

        Un socket appartient à une famille : lié à 0.0.0.0, il ne peut rien envoyer en IPv6. À regarder : ipv6(7) ; à
        quoi vous liez-vous, et connaissez-vous alors la destination ?

check-unknown-name = un nom inconnu est une erreur qui le nomme, statut 1
    .page =
        La destination est un nom que personne ne connaît. Une ligne sur stderr le nomme, et le statut est 1.

        Qui a mal tapé un nom veut le lire dans le message. À regarder : getaddrinfo(3), sous EAI_NONAME.

check-usage = de mauvais arguments donnent `usage:` et le statut 2
    .page =
        Une adresse sans port, un port qui n'en est pas un, un EVERY qui n'est pas un nombre, ou trop d'arguments : une
        ligne sur stderr commence par `usage:`, rien ne part, et le statut est 2.

        Au statut, un script voit s'il faut réessayer (1) ou s'il a mal appelé le programme (2). À regarder : exit(3),
        et la liste dans le README.

check-defaults = sans argument, il envoie à 127.0.0.1:8888
    .page =
        Le programme est lancé sans argument, et ce qui est tapé arrive à 127.0.0.1, port 8888.

        À regarder : la constante en haut du fichier, et si elle sert quand il n'y a pas d'argument.

check-message = avec MESSAGE, il l'envoie une fois et se termine
    .page =
        Le message est le deuxième argument. Il part avec un \n dans un seul datagramme, l'entrée standard n'est pas
        lue, et le programme se termine avec le statut 0. Un message vide en est un aussi : un \n seul.

        C'est ainsi qu'un script appelle un programme. À regarder : votre programme attend-il son entrée alors qu'il
        n'y a rien à lire ?

check-every = avec EVERY, le message part encore et encore, sans dériver
    .page =
        MESSAGE part tout de suite, puis toutes les EVERY millisecondes. Le centième part 99 fois EVERY après le
        premier : les petits retards ne s'additionnent pas.

        Dormir EVERY après chaque datagramme ajoute à chaque tour le temps de l'envoi. Un horaire calculé depuis le
        départ ne le fait pas. À regarder : clock_nanosleep(2), TIMER_ABSTIME ; en Rust, `Instant`.

check-every-to-nobody = avec EVERY, il continue bien que personne n'écoute
    .page =
        Au début personne n'écoute, et le programme continue d'envoyer à ses heures ; qui se met à écouter plus tard
        reçoit ce qui part dès lors.

        Un robot envoie ses mesures, que la salle de contrôle soit déjà allumée ou non. À regarder : udp(7), sur les
        erreurs.

# Pour qui n'a pas commencé : de quoi s'occupe la partie 1, pourquoi, un exemple, une question, où lire plus. C'est
# `checker hint` qui le montre.
begin-udp-sender =
    La partie 1, c'est le socket : ce que votre programme demande au noyau avant de pouvoir envoyer quoi que ce
    soit.

    Pourquoi : un datagramme dit à son destinataire d'où il vient. Même un programme qui ne fait qu'envoyer a donc
    une adresse et un port. Le port 0 laisse le choix au noyau, qui en prend un de libre ; l'adresse faite de zéros
    veut dire n'importe laquelle de cette machine.

        le programme demande    un socket à 0.0.0.0, port 0
        le noyau donne          un socket à 0.0.0.0, port 49321
        le destinataire lit     de 192.0.2.7:49321

    À méditer : quelle adresse est celle du socket lui-même, et laquelle est DEST ? De laquelle la partie 1 a-t-elle
    besoin, et de laquelle seulement la partie 3 ?

    Pour aller plus loin : udp(7) ; ip(7), sur INADDR_ANY ; `ss -uanp` pendant que le programme tourne.

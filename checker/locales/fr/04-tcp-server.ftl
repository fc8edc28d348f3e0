title = Un serveur TCP

check-answers = la ligne d'un client reçoit une réponse
    .page =
        Un client se connecte et envoie une ligne ; il reçoit `OK ... LIGNE` et un retour à la ligne.

        Un serveur prend une connexion, y lit, et y écrit. Presque toutes les autres vérifications ont besoin de celle-ci. À
        regarder : listen(2), accept(2).

check-prints = chaque ligne est affichée avec l'adresse de son client
    .page =
        Pour chaque ligne, `IP:PORT LIGNE` apparaît sur stdout : l'adresse du client, une espace, et la ligne.

        L'adresse vient avec la connexion. À regarder : accept(2), getpeername(2).

check-shown-at-once = une ligne est affichée dès qu'elle est arrivée
    .page =
        Un client envoie une ligne, et elle est attendue à travers un tube, pendant que le client reste là.

        Vers un tube, ce qui est affiché peut rester dans un tampon. À regarder : stdout(3) ; lancez votre serveur avec
        `| cat`.

check-prints-nothing-else = stdout porte les lignes de chacun, avec l'adresse de chacun, et rien d'autre
    .page =
        Un client envoie une ligne et s'en va, et stdout ne contient ensuite que cette ligne : pas de message d'accueil,
        pas un mot de qui arrive et de qui part, fût-ce par une réinitialisation. Puis
        deux autres viennent, le second pendant que le premier est encore là, et envoient plusieurs lignes chacun : toutes
        y sont, la cinquième comme la première, avec l'adresse de qui l'a envoyée.

        Un autre programme ne peut lire la sortie d'un serveur que si chacune de ses lignes est celle d'un client. Les
        nouvelles destinées aux gens vont sur stderr. À regarder : stdout(3), `eprintln!`.

check-several-lines = un client peut envoyer plusieurs lignes
    .page =
        Un client envoie plusieurs lignes par une seule connexion, chacune après la réponse à la précédente.

        Une connexion est une conversation, aussi longue que son client le veut. À regarder : votre boucle sur les
        lignes, et comment on en sort.

check-line-in-pieces = une ligne venue en morceaux est une seule ligne
    .page =
        Un client envoie la moitié d'une ligne, et un peu plus tard le reste. Il y a une réponse, au tout.

        TCP ne garde pas de limites : une lecture rend ce qui est là. Une ligne est complète avec son \n. À regarder :
        recv(2) ; RFC 9293, section 3.9.1.3.

check-lines-together = des lignes arrivées ensemble reçoivent chacune sa réponse
    .page =
        Un client envoie plusieurs lignes en une seule écriture, et la moitié d'une autre. Chaque ligne complète reçoit
        sa réponse, dans l'ordre ; le reste est gardé. La moitié d'un é l'est aussi, jusqu'à l'arrivée de son autre octet.

        Une lecture peut apporter plusieurs lignes et le début de la suivante. À regarder : que deviennent les octets
        qui suivent le premier \n ?

check-next-client = après un client, le suivant est servi
    .page =
        Un client vient, est servi et part ; puis un autre vient, et il est servi aussi.

        Un serveur tourne jusqu'à ce qu'on l'arrête. À regarder : combien de fois votre programme passe-t-il par
        `accept` ?

check-waiting-clients = les clients qui attendent pendant ce temps sont servis ensuite
    .page =
        Pendant qu'un client est servi, d'autres se connectent et envoient déjà une ligne. Quand le premier part, ils
        reçoivent leurs réponses : personne n'est perdu.

        Le noyau prend les connexions et les garde dans une file jusqu'à ce que `accept` les demande. À regarder :
        listen(2), sur « backlog ».

check-half-close = qui ferme son côté écriture reçoit encore les réponses
    .page =
        Un client envoie des lignes et ferme aussitôt son côté écriture, comme le fait `printf … | nc`. Il reçoit
        encore toutes les réponses, puis la fin.

        Les deux sens d'une connexion se terminent indépendamment. À regarder : shutdown(2) ; RFC 9293, section 3.6.1.

check-last-line = une dernière ligne sans \n est une ligne
    .page =
        Un client ferme son côté écriture au milieu d'une ligne. C'est aussi une ligne : elle est affichée et reçoit
        une réponse, après laquelle rien ne vient plus.

        À regarder : que fait votre programme des octets qu'il a en main quand une lecture rend 0 ?

check-reset = un client qui réinitialise sa connexion n'en dérange aucun autre
    .page =
        Un client rompt sa connexion par une réinitialisation. Le client suivant est servi comme si de rien n'était.

        Sur un vrai réseau, des programmes sont tués et des portables se mettent en veille. L'erreur qui s'ensuit ne
        concerne qu'une connexion. À regarder : read(2), sous ECONNRESET ; où votre programme arrive-t-il après une
        erreur ?

check-reset-while-answering = un client qui part pendant la réponse n'en dérange aucun autre
    .page =
        Un client demande beaucoup, ne lit pas, et réinitialise sa connexion pendant que le serveur écrit. Le client
        suivant est servi, et aucun fil n'a paniqué.

        Écrire dans une connexion disparue donne EPIPE ou ECONNRESET, et le signal SIGPIPE là où il n'est pas ignoré.
        À regarder : send(2), signal(7).

check-empty-line = une ligne vide est une ligne
    .page =
        Un client envoie une ligne vide. Elle reçoit une réponse, sans rien après `OK ... `, et la conversation
        continue.

        Vide ne veut pas dire fini. À regarder : posez-vous la question de la fin avant ou après avoir retiré le \n ?

check-crlf = une ligne terminée par \r\n est comprise
    .page =
        Un client termine sa ligne par \r\n, comme le fait un terminal Windows. Ce qui est affiché et renvoyé est la
        ligne sans \r.

        À regarder : votre réponse avec `| xxd` ; RFC 5198, section 2.

check-any-bytes = seul \n termine une ligne, les blancs qui l'entourent restent, et ni un NUL ni des octets qui ne sont pas de l'UTF-8 n'arrêtent personne
    .page =
        Un client envoie une ligne entourée de blancs, une autre avec un NUL, une autre avec des caractères qui terminent
        une ligne ailleurs (un \r seul, VT, FF, NEL, U+2028), des mots comme `quit`, et des octets qui ne sont pas de l'UTF-8. Il reçoit ses
        réponses, ces octets tels quels ou comme U+FFFD, et tout est affiché.

        N'importe qui peut envoyer n'importe quoi à un port. À regarder : en Rust, `read_until` à côté de `read_line`.

check-long-line = une ligne de 1 Mio reçoit une réponse entière
    .page =
        Un client envoie une ligne de 1 Mio, et la reçoit en retour, entière.

        Elle vient en beaucoup de lectures et repart en beaucoup d'écritures. À regarder : send(2), sur la valeur de
        retour ; en Rust, `write_all`.

check-silence = qui se tait n'est pas déconnecté
    .page =
        Un client pose une ligne, se tait longtemps, en pose une autre et reçoit sa réponse. D'un serveur qui attend
        simplement, le vérificateur voit dans le noyau qu'il attendrait toujours ; à celui qui attend avec une limite de
        temps, il laisse le temps de perdre patience.

        Qui réfléchit avant de taper est toujours là. Une limite de temps sur une connexion est une décision sur des
        gens, et ce contrat prend l'autre. À regarder : socket(7), SO_RCVTIMEO.

check-stdin-ends = la fin de son entrée ne l'arrête pas
    .page =
        L'entrée standard du serveur est terminée dès le début. Il sert quand même.

        Un serveur lancé par un service a /dev/null pour entrée. À regarder : votre programme lit-il son entrée ?

check-port-in-use = un port déjà pris est une erreur qui le nomme, statut 1
    .page =
        Un autre serveur écoute déjà là. Une ligne sur stderr nomme l'adresse, et le statut est 1 ; pas de panique.

        À regarder : bind(2), sous EADDRINUSE.

check-restarts-at-once = arrêté, il peut être relancé aussitôt
    .page =
        Le serveur a servi quelqu'un, et il est arrêté alors que la connexion est ouverte ; relancé, il reprend son
        port et sert.

        Le noyau garde en mémoire pendant une minute les connexions que ce côté a fermées (TIME_WAIT). SO_REUSEADDR dit
        qu'un serveur peut écouter là malgré tout. À regarder : socket(7) ; RFC 9293, section 3.3.2.

check-ipv6 = un client à l'adresse IPv6 est servi, et montré entre crochets
    .page =
        Le serveur écoute sur [::1] ; un client est servi, et sa ligne est affichée comme `[::1]:PORT LIGNE`.

        À regarder : ipv6(7) ; RFC 5952, section 6.

check-bind-address = il écoute là où on le lui a dit, et là seulement
    .page =
        Le serveur doit écouter à l'une des adresses de la machine. Un client qui s'y présente est servi ; à une autre
        adresse de la machine, personne n'est accepté. BIND peut aussi être un nom, tel que localhost.

        L'adresse est une protection : qui ne prend de BIND que le port laisse entrer quiconque atteint la machine. À
        regarder : ip(7), sous INADDR_ANY ; getaddrinfo(3) ; `ss -tlnp`.

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

check-defaults = sans argument, il écoute sur 0.0.0.0:8888
    .page =
        Le serveur est lancé sans argument, et les clients l'atteignent au port 8888 de chaque adresse de la machine.

        À regarder : la constante en haut du fichier ; `ss -tlnp`.

check-silent-client = un client silencieux ne fait attendre personne
    .page =
        Un client se connecte et ne dit rien. D'autres, venus après lui, sont servis pendant ce temps.

        Qui attend la ligne d'un client ne sert personne d'autre : un thread par client est une issue, un appel qui
        attend pour tous en est une autre. À regarder : pthreads(7), poll(2) ; en Rust, `std::thread::spawn`.

# Pour qui n'a pas commencé : de quoi s'occupe la partie 1, pourquoi, un exemple, une question, où lire plus. C'est
# `checker hint` qui le montre.
begin-tcp-server =
    La partie 1, c'est le socket qui écoute. Il ne parle à personne : c'est la porte à laquelle les clients sonnent.

    Pourquoi : un serveur TCP a un socket qui écoute et, en plus, un socket par client. Dès qu'il écoute, le noyau
    prend des connexions en son nom et les garde dans une file, jusqu'à ce que le programme en demande une : c'est
    la partie 2.

        écoute      0.0.0.0:8888               un seul, tant que le serveur tourne
        connecté    0.0.0.0:8888 - client A    un par client
        connecté    0.0.0.0:8888 - client B

    À méditer : où dans le programme la porte se fait-elle, et combien de fois : une seule, ou une fois par client ?

    Pour aller plus loin : listen(2) ; tcp(7) ; `ss -ltnp` le montre dès que la partie 1 marche.

title = Un chat

check-relays = la ligne qu'un client envoie arrive chez un autre
    .page =
        Deux clients sont connectés. L'un envoie une ligne ; l'autre reçoit `IP: LIGNE` et un retour à la ligne, IP
        étant l'adresse de qui l'a envoyée.

        Chaque client est lu par quelqu'un, et qui lit doit savoir où écrire : chez tous les autres. Presque toutes les
        autres vérifications du relais ont besoin de celle-ci. À regarder : accept(2) ; en Rust, `TcpStream::try_clone`.

check-sends-nothing-else = chaque ligne vient une fois, et rien d'autre ne vient
    .page =
        Des clients arrivent et parlent, l'un s'en va, un autre réinitialise sa connexion. Un troisième reçoit chaque ligne
        une fois, et pas un octet de plus : pas de message d'accueil, pas un mot de qui arrive et de qui part, de quelque
        façon que ce soit.

        Sur le réseau, chaque octet fait partie du protocole. Les nouvelles destinées aux gens vont sur stderr. À
        regarder : ce que montre `nc` à la place d'un client ; `eprintln!`.

check-spares-the-sender = une ligne ne revient pas à qui l'a envoyée
    .page =
        Un client envoie une ligne, puis on attend celle de quelqu'un d'autre : c'est la première chose qui lui arrive.

        Qui a tapé une ligne l'a déjà vue. À regarder : à quoi votre programme reconnaît-il la connexion d'où vient une
        ligne ?

check-same-address = un autre client à la même adresse reçoit aussi la ligne
    .page =
        Deux clients viennent de la même adresse, comme deux programmes sur un même Pi. Ce que l'un dit, l'autre
        l'entend.

        Une adresse désigne une machine. Ce qui désigne une connexion, ce sont les deux adresses avec les deux ports. À
        regarder : getpeername(2) ; par quoi votre programme compare-t-il deux connexions ?

check-everybody = tous les autres reçoivent la ligne, qu'ils soient deux ou vingt
    .page =
        Trois clients, puis vingt : chacun dit quelque chose, et chacun des autres le reçoit.

        À regarder : qu'est-ce qui, dans votre programme, grandit avec le nombre de clients ? Y a-t-il là une taille
        fixe ?

check-order = les lignes d'un même client arrivent dans leur ordre
    .page =
        Un client envoie beaucoup de lignes numérotées, aussi vite qu'il peut. Les autres les reçoivent dans cet ordre.

        TCP garde l'ordre dans une connexion. Il se perd là où deux threads transportent les lignes d'un même client. À
        regarder : combien de threads de votre programme écrivent dans la même connexion ?

check-whole-lines = les lignes de plusieurs clients ne se mélangent jamais
    .page =
        Dix clients envoient de longues lignes en même temps. Chaque ligne que reçoit le onzième a été envoyée par
        quelqu'un, entière, avec son adresse devant.

        Deux threads qui écrivent dans une même connexion alternent quand il plaît au noyau : entre deux écritures, et
        au milieu d'une longue. À regarder : ce qui est écrit en un appel, et qui peut écrire pendant ce temps ;
        write(2), sur la valeur de retour.

check-line-in-pieces = une ligne venue en morceaux est relayée en une seule
    .page =
        Un client envoie une ligne octet par octet. Les autres la reçoivent en une seule ligne.

        Une lecture rend ce qui est là. Une ligne est complète avec son \n, et chaque client a son propre début de
        ligne. À regarder : recv(2) ; RFC 9293, section 3.9.1.3.

check-lines-together = cent lignes venues ensemble sont cent lignes
    .page =
        Un client envoie cent lignes en une seule écriture. Les autres reçoivent chacune d'elles, précédée de l'adresse
        du client.

        Une lecture peut apporter beaucoup de lignes et le début de la suivante. À regarder : que deviennent les octets
        qui suivent le premier \n ?

check-rejoins = qui est parti peut revenir
    .page =
        Un client part et se connecte de nouveau. Il reçoit ce qui se dit, et on l'entend, comme avant.

        Pour le relais, c'est une nouvelle connexion. À regarder : que reste-t-il de l'ancienne dans votre programme ?

check-late-joiner = qui arrive tard reçoit ce qui se dit à partir de là
    .page =
        Deux clients parlent ; un troisième arrive. Il reçoit la ligne suivante, et rien de ce qui s'est dit avant.

        Le relais ne tient pas de journal. À regarder : quand votre programme met-il un client dans sa liste, et que lui
        écrit-il alors ?

check-leaving = qui part est oublié, et les autres continuent de parler
    .page =
        L'un de trois clients ferme. Les deux autres continuent de s'entendre.

        La fin d'une connexion est une lecture de 0 octet. Après elle, ce client doit quitter la liste. À regarder :
        close(2), recv(2) ; d'où retirez-vous un client, et qui le fait ?

check-reset = un client qui réinitialise sa connexion n'en dérange aucun autre
    .page =
        Un client rompt sa connexion par une réinitialisation, une fois après une ligne et une fois au milieu. Les
        autres continuent de parler, et aucun thread du programme ne panique.

        L'erreur qui s'ensuit ne concerne qu'une connexion, et se montre là où on la lit, ou là où on y écrit. À
        regarder : read(2) et write(2), sous ECONNRESET et EPIPE ; où votre programme arrive-t-il après l'une et
        l'autre ?

check-half-close = qui ferme son côté écriture est libéré
    .page =
        Un client ferme son côté écriture : il a dit son dernier mot. Le relais ferme la connexion à son tour, sans
        tarder.

        Sinon, `printf … | nc` attendrait toujours. À regarder : shutdown(2) ; y a-t-il dans votre programme une seconde
        copie de la connexion qui la garde ouverte ?

check-last-line = une dernière ligne sans \n est relayée
    .page =
        Un client ferme son côté écriture au milieu d'une ligne. Les autres reçoivent ce qu'il y en avait, avec un
        retour à la ligne.

        À regarder : que fait votre programme des octets qu'il a en main quand une lecture rend 0 ?

check-leftovers = d'une foule venue puis repartie, il ne reste rien
    .page =
        Pendant que deux clients parlent, beaucoup d'autres viennent et repartent, de toutes les manières. Ensuite, le
        relais n'a pas plus de descripteurs ouverts ni de threads qu'avant.

        Ce qui reste de chaque visiteur finit par s'accumuler : à 1024 descripteurs, plus personne ne peut entrer. À
        regarder : `ls /proc/PID/fd | wc -l`, `ls /proc/PID/task | wc -l` ; ulimit -n.

check-silent-client = qui ne dit rien ne fait attendre personne et n'est pas déconnecté
    .page =
        Un client ne dit pas un mot, un autre ne finit jamais sa ligne. Les autres continuent de parler, et ces deux-là
        les entendent toujours.

        Qui attend la ligne d'un client n'attend que ce client. À regarder : pthreads(7), poll(2) ; lesquels de vos
        verrous sont tenus pendant une lecture ?

check-slow-reader = un client qui ne lit pas ne fait attendre personne
    .page =
        Un client cesse de lire. Les autres s'envoient bien plus que ce que contiennent les tampons du système, à pleine
        vitesse.

        Quand les tampons entre deux programmes sont pleins, write attend, aussi longtemps que l'autre ne lit pas ; et
        avec lui tous ceux qui ont besoin d'un verrou tenu pendant ce temps. À regarder : send(2), sur le blocage ; qui
        attend pendant que votre programme écrit à un client ?

check-catches-up = qui ne lit pas pendant un moment ne manque rien
    .page =
        Un client ne lit pas pendant un moment, jusqu'à ce qu'un demi-Mio l'attende dans le relais. Puis il lit de
        nouveau, et reçoit tout, dans l'ordre : seul peut être déconnecté celui que 1 Mio attend.

        Quand une connexion est pleine, une écriture qui ne doit pas attendre prend une partie, ou rien. Ni l'un ni
        l'autre n'est un échec, et le reste est à garder. À regarder : write(2), sur la valeur de retour et sous
        EAGAIN ; que devient le reste ?

check-long-line = une ligne de 64 Kio est relayée entière
    .page =
        Un client envoie une ligne de 64 Kio. Les autres la reçoivent toute.

        Elle vient en beaucoup de lectures et peut repartir en beaucoup d'écritures. À regarder : recv(2) et send(2),
        sur la valeur de retour ; en Rust, `write_all`.

check-endless-line = une ligne sans fin ne fait tomber personne
    .page =
        Un client envoie bien plus que 64 Kio sans un seul \n. Le relais peut fermer sa connexion, et les autres
        continuent de parler.

        Qui rassemble jusqu'au \n rassemble autant qu'il plaît à un inconnu. À regarder : en Rust, `Read::take`.

check-any-bytes = les blancs qui entourent une ligne, et des octets qui ne sont pas de l'UTF-8, sont relayés tels quels
    .page =
        Un client envoie une ligne entourée de blancs, des octets qui ne sont pas de l'UTF-8, et des lignes où se trouve
        un octet nul, ou ce qui finit une ligne ailleurs (un \r isolé, U+2028), ou qui ne sont qu'un mot comme `quit`. Les autres reçoivent exactement les mêmes
        octets.

        Le relais transmet, il n'a pas à comprendre. À regarder : en Rust, `read_until` à côté de `read_line`, et
        `write_all` à côté de `write!`.

check-crlf = une ligne terminée par \r\n est comprise
    .page =
        Un client termine sa ligne par \r\n, comme le fait un terminal Windows. Les autres reçoivent la ligne sans \r.

        À regarder : ce qu'ils reçoivent, avec `| xxd` ; RFC 5198, section 2.

check-empty-line = une ligne vide est une ligne
    .page =
        Un client envoie une ligne vide. Les autres reçoivent l'adresse de qui l'a envoyée, rien après, et la
        conversation continue.

        Vide ne veut pas dire fini. À regarder : posez-vous la question de la fin avant ou après avoir retiré le \n ?

check-ipv6 = des clients IPv6 et IPv4 se parlent
    .page =
        Le relais écoute sur [::]. Un client vient en IPv6, un autre en IPv4 ; ils s'entendent. Une adresse n'est pas
        entre crochets.

        Un socket sur [::] prend les deux, et montre un client IPv4 comme `::ffff:192.0.2.7`, ce qui est aussi juste que
        `192.0.2.7`. À regarder : ipv6(7), sous IPV6_V6ONLY ; RFC 4291, section 2.5.5.2.

check-prints-nothing = stdout reste vide
    .page =
        Des clients viennent, parlent et partent, l'un d'eux par une réinitialisation, et il n'y a rien sur stdout.

        Le travail du relais est sur le réseau. Les nouvelles destinées aux gens vont sur stderr. À regarder :
        stdout(3), `eprintln!`.

check-stdin-ends = la fin de son entrée ne l'arrête pas
    .page =
        L'entrée standard du relais est terminée dès le début. Il relaie quand même.

        Un serveur lancé par un service a /dev/null pour entrée. À regarder : votre programme lit-il son entrée ?

check-port-in-use = un port déjà pris est une erreur qui le nomme, statut 1
    .page =
        Un autre serveur écoute déjà là. Une ligne sur stderr nomme l'adresse, et le statut est 1 ; pas de panique.

        À regarder : bind(2), sous EADDRINUSE.

check-restarts-at-once = arrêté, il peut être relancé aussitôt
    .page =
        Le relais est arrêté alors que des clients sont connectés ; relancé, il reprend son port et relaie.

        Le noyau garde en mémoire pendant une minute les connexions que ce côté a fermées (TIME_WAIT). SO_REUSEADDR dit
        qu'un serveur peut écouter là malgré tout. À regarder : socket(7) ; RFC 9293, section 3.3.2.

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

check-bind-address = il écoute là où on le lui a dit, et là seulement
    .page =
        Le relais doit écouter à l'une des adresses de la machine : qui vient à celle-ci est servi, qui vient à une
        autre ne trouve personne. On lui donne ensuite un nom, localhost : il écoute à l'une des adresses que ce nom
        désigne.

        L'adresse à laquelle on se lie est un filtre : 0.0.0.0 laisse tout passer. À regarder : ip(7), sous
        INADDR_ANY ; getaddrinfo(3) ; `ss -tlnp`.

check-defaults = sans argument, il écoute sur 0.0.0.0:6000
    .page =
        Le relais est lancé sans argument, et les clients l'atteignent au port 6000 de chaque adresse de la machine.

        À regarder : la constante en haut du fichier ; `ss -tlnp`.

check-bounded-memory = ce qui attend un client ne prend jamais plus de 32 Mio
    .page =
        Un client ne lit pas, tandis que d'autres envoient bien plus que cela. La mémoire du relais reste dans ses
        limites, et les autres n'ont pas à attendre.

        Une file évite qu'un client lent fasse attendre les autres ; sans limite, elle lui laisse dévorer la mémoire. À
        partir d'une certaine longueur, il faut décider : attendre, jeter, ou laisser partir ce client. À regarder :
        `top`, la colonne RES ; en Rust, `std::sync::mpsc::sync_channel`.

check-client-shows = une ligne qui arrive est affichée
    .page =
        Le serveur envoie une ligne ; elle apparaît sur stdout.

        Presque toutes les autres vérifications du client ont besoin de celle-ci. À regarder : connect(2), recv(2).

check-client-sends = une ligne tapée est envoyée
    .page =
        Une ligne est tapée sur stdin ; le serveur la reçoit, avec son \n.

        À regarder : send(2) ; `nc -l 6000` à la place du serveur.

check-client-shows-at-once = une ligne est affichée alors que personne ne tape
    .page =
        Le serveur envoie une ligne, et elle est attendue à travers un tube. Rien n'est tapé.

        Deux choses peuvent s'y opposer : un programme qui attend le clavier, et un tampon devant le tube. À regarder :
        pthreads(7), poll(2) ; stdout(3) ; lancez votre client avec `| cat`.

check-client-sends-at-once = une ligne part dès qu'elle est tapée
    .page =
        Une ligne est tapée, et stdin reste ouverte. Le serveur la reçoit, bien qu'il n'ait rien envoyé.

        À regarder : votre programme attend-il la fin de stdin, ou le réseau, avant d'envoyer ?

check-client-both-ways = il envoie pendant que beaucoup arrive
    .page =
        Le serveur envoie sans relâche, et pendant ce temps des lignes sont tapées. Elles passent, et tout ce qui arrive
        est affiché.

        Aucun des deux sens ne doit attendre l'autre. À regarder : lequel de vos threads fait quoi, et que
        partagent-ils ?

check-client-server-closes = quand le serveur ferme, il se termine aussitôt
    .page =
        Le serveur ferme la connexion en bon ordre. Le programme se termine avec 0, bien que personne ne tape et que
        stdin reste ouverte.

        Le thread qui lit le clavier attend là, et l'on ne peut pas lui demander d'arrêter. À regarder : qu'est-ce qui
        termine un programme : son dernier thread, ou son `main` ? exit(3), pthread_join(3).

check-client-half-close = à la fin de stdin, il le dit, et affiche ce qui arrive encore
    .page =
        Stdin se termine. Le serveur en voit la fin, se tait un moment, envoie encore une ligne, et ferme ; la ligne est
        affichée, et le statut est 0.

        Un sens est fermé, l'autre apporte encore ce que disent les autres. À regarder : shutdown(2), SHUT_WR ; RFC
        9293, section 3.6.1.

check-client-reset = une connexion réinitialisée est une erreur, statut 1
    .page =
        Le serveur réinitialise la connexion alors que le client n'envoie rien, une fois quand stdin est ouverte et une fois
        quand elle est terminée. Une ligne sur stderr donne l'adresse du serveur, rien de plus ne vient sur stdout, et le
        statut est 1.

        Une réinitialisation n'est pas une fin en bon ordre : ce qui était en route est perdu. À regarder : read(2), sous
        ECONNRESET.

check-client-refused = l'absence de serveur est une erreur qui le nomme, statut 1
    .page =
        Personne n'écoute à l'adresse SERVER. Une ligne sur stderr nomme l'adresse, et le statut est 1.

        À regarder : connect(2), sous ECONNREFUSED.

check-client-pieces = ce qui vient en morceaux est affiché tel que c'était
    .page =
        Le serveur envoie des lignes en morceaux, et plusieurs lignes à la fois. Mis bout à bout, ce qui est affiché est
        ce qui a été envoyé.

        À regarder : ce que votre programme affiche entre deux lectures ; y a-t-il un retour à la ligne que personne n'a
        envoyé ?

check-client-any-bytes = les blancs qui entourent une ligne restent, et ni des octets qui ne sont pas de l'UTF-8 ni une ligne vide n'arrêtent rien
    .page =
        Le serveur envoie des octets qui ne sont pas de l'UTF-8. Ils sont affichés comme U+FFFD, et le programme
        continue ; de même quand sont tapés une ligne vide, puis de tels octets entourés de blancs : ils sont envoyés
        tels quels. Une ligne n'est pas non plus coupée, dans un sens ni dans l'autre, là où s'y trouve un octet nul, ou
        ce qui finit une ligne ailleurs (U+2028). `quit` est une ligne, elle aussi.

        À regarder : en Rust, `read_until` à côté de `read_line`, et `String::from_utf8_lossy`.

check-client-long-line = des lignes de 64 Kio passent dans les deux sens
    .page =
        Une ligne de 64 Kio est tapée, et une autre arrive. Les deux sont entières.

        À regarder : recv(2) et send(2), sur la valeur de retour ; en Rust, `write_all`.

check-client-last-line = une dernière ligne sans \n est envoyée, et affichée
    .page =
        Stdin se termine au milieu d'une ligne. Le serveur reçoit ce qu'il y en avait avant de voir la fin. Puis
        le serveur ferme au milieu d'une ligne, et ce qu'il y en avait est affiché.

        À regarder : que fait votre programme des octets qu'il a en main quand une lecture rend 0 ?

check-client-prints-nothing-else = stdout porte ce qui arrive, et rien d'autre
    .page =
        Une ligne est tapée, une ligne arrive, le serveur ferme. Sur stdout, il y a la ligne arrivée : pas d'invite, pas
        d'écho de ce qui est tapé, pas de « connecté ».

        À regarder : stdout(3), `eprintln!`.

check-client-usage = de mauvais arguments donnent `usage:` et le statut 2
    .page =
        Une adresse sans port, un port qui n'en est pas un, ou trop d'arguments : une ligne sur stderr commence par
        `usage:`, et le statut est 2.

        À regarder : exit(3), et la liste dans le README.

check-client-unknown-name = un nom inconnu est une erreur qui le nomme, statut 1
    .page =
        SERVER est un nom que personne ne connaît. Une ligne sur stderr le nomme, et le statut est 1.

        À regarder : getaddrinfo(3), sous EAI_NONAME.

check-client-every-address = chaque adresse d'un nom est essayée
    .page =
        Le nom a deux adresses, et personne n'écoute à la première. Le client arrive à la seconde.

        À regarder : getaddrinfo(3), sur la liste qu'elle rend ; en Rust, ce que `TcpStream::connect` fait d'un nom.

check-client-ipv6 = le serveur peut être à une adresse IPv6
    .page =
        SERVER est [::1] et un port. Le client se connecte, envoie et affiche.

        À regarder : ipv6(7) ; RFC 3986, section 3.2.2.

check-client-defaults = sans argument, il se connecte à 127.0.0.1:6000
    .page =
        Le client est lancé sans argument, et le serveur à 127.0.0.1, port 6000, reçoit sa ligne.

        À regarder : la constante en haut du fichier.

# Pour qui n'a pas commencé : de quoi s'occupe la partie 1, pourquoi, un exemple, une question, où lire plus. C'est
# `checker hint` qui le montre.
begin-chat-relay =
    La partie 1 du relais, c'est sa porte : le socket qui écoute, tout comme dans l'exercice 04.

    Pourquoi : un relais est un serveur à la porte duquel sonnent tous les clients. Le squelette fait la porte une
    fois, et lance un thread par client qui passe par elle. La porte doit donc être là avant tout le reste, et y
    rester tant que le relais tourne.

        LISTEN   0.0.0.0:6000                  la porte
        ESTAB    10.0.0.1:6000 - 10.0.0.2      ana, un thread
        ESTAB    10.0.0.1:6000 - 10.0.0.3      bob, un autre thread

    À méditer : que pouvez-vous reprendre tel quel de votre exercice 04 ? Et qu'est-ce qui s'y passait l'un après
    l'autre et doit se passer ici en même temps ?

    Pour aller plus loin : listen(2) ; votre propre solution de 04 ; `ss -ltnp` pendant que le relais tourne.

begin-chat-client =
    La partie 1 du client, c'est la connexion au relais, tout comme dans l'exercice 03.

    Pourquoi : ce client attend deux choses à la fois : une ligne que l'on tape, et une ligne qui arrive. Un thread
    ne peut en attendre qu'une, le squelette en a donc deux, et les deux emploient cette même connexion, chacun dans
    son sens.

        clavier  -> thread 1 -> connexion ->     les autres
        écran    <- thread 2 <- connexion <-     les autres

    À méditer : pourquoi la connexion doit-elle être là avant que le second thread démarre ? Et si elle ne peut pas
    se faire, lequel des deux threads est là pour le dire ?

    Pour aller plus loin : connect(2) ; votre propre solution de 03 ; comme relais auquel se connecter, pour
    commencer : `nc -l 6000` (ou `nc -l -p 6000`).

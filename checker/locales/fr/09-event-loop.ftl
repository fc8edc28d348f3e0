# Ce que doit aussi le relais du chat se trouve dans 05-chat.ftl ; ce qui se trouve ici en plus prend sa place.

title = Une boucle d'événements

check-order = les lignes d'un même client arrivent dans leur ordre
    .page =
        Un client envoie beaucoup de lignes numérotées, aussi vite qu'il peut. Les autres les reçoivent dans cet ordre.

        TCP garde l'ordre dans une connexion, et un thread seul le garde aussi, pourvu que ce qui attend un client parte
        par l'avant et que le nouveau s'ajoute à l'arrière. À regarder : `VecDeque` ; qu'est-ce qui est écrit d'abord
        quand une connexion accepte de nouveau quelque chose ?

check-whole-lines = les lignes de plusieurs clients ne se mélangent jamais
    .page =
        Dix clients envoient leurs lignes en deux morceaux chacune, tous en même temps. Chaque ligne que reçoit le
        onzième a été envoyée par quelqu'un, entière, avec son adresse devant.

        Avec un seul thread, personne n'interrompt personne ; mais qui a commencé une ligne peut la finir bien plus tard,
        et d'autres parlent entre-temps. À regarder : où votre programme garde-t-il le début d'une ligne, et à qui
        est-il ?

check-silent-client = qui ne dit rien ne fait attendre personne et n'est pas déconnecté
    .page =
        Un client ne dit pas un mot, un autre ne finit jamais sa ligne. Les autres continuent de parler, et ces deux-là
        les entendent toujours.

        Une boucle ne peut attendre qu'à un endroit : celui où elle attend tout le monde. À regarder : poll(2) ; parmi
        les fonctions que votre boucle appelle, en est-il une qui insiste jusqu'à ce que la ligne soit complète ?

check-slow-reader = un client qui ne lit pas ne fait attendre personne
    .page =
        Un client cesse de lire. Les autres s'envoient bien plus que ce que contiennent les tampons du système, à pleine
        vitesse.

        Quand les tampons entre deux programmes sont pleins, un socket non bloquant le dit (EAGAIN), et ne prend plus
        rien. Qui réessaie jusqu'à ce que cela passe ne sert plus personne d'autre. À regarder : send(2), sous EAGAIN ;
        que fait votre boucle des octets qui n'ont pas été pris ?

check-long-line = une ligne de 64 Kio est relayée entière
    .page =
        Un client envoie une ligne de 64 Kio. Les autres la reçoivent toute.

        Elle vient en beaucoup de lectures, et peut partir en beaucoup d'écritures, chacune dans un autre tour de la
        boucle. À regarder : recv(2) et send(2), sur la valeur de retour ; qu'est-ce qui est gardé d'un tour à l'autre ?

check-one-thread = un seul thread sert tout le monde
    .page =
        Quarante clients entrent et parlent. Le programme a tout ce temps un seul thread. (Un programme dans un autre
        langage peut avoir ceux que lance son environnement, tant que leur nombre ne suit pas celui des clients.)

        Un thread par client, c'est simple, et cela coûte à chacun une pile et un tour chez l'ordonnanceur. Une boucle
        d'événements pose au noyau une seule question pour tous : sur lesquels de ces sockets y a-t-il quelque chose à
        faire ? À regarder : epoll(7) ; `ls /proc/PID/task`.

check-idle = tant que personne ne parle, le processeur n'est pas utilisé
    .page =
        Trois clients sont connectés, ont parlé, puis se taisent. Dès lors le programme attend : il se réveille au plus
        une fois par seconde.

        Qui regarde toutes les quelques millisecondes si quelque chose est venu tient le processeur éveillé, et arrive
        quand même en retard. Le noyau réveille celui qui attend dès qu'il y a quelque chose. À regarder :
        epoll_wait(2), sur la limite de temps ; `grep ctxt /proc/PID/status`, deux fois ; pour quelles sortes
        d'événements chaque socket est-il inscrit ?

check-all-who-knock = ceux qui se connectent en même temps sont tous accueillis
    .page =
        Pendant que le programme dort, deux clients se connectent. À son réveil, les deux sont accueillis, sans qu'il
        doive se passer autre chose d'abord.

        Un événement dit que le socket d'écoute est prêt, et non combien y attendent. mio le dit une fois. À regarder :
        epoll(7), sous « edge-triggered » ; accept(2), sous EAGAIN.

check-to-the-end = ce qui est venu est lu jusqu'au bout
    .page =
        Pendant que le programme dort, un client dit 48 ko, puis plus rien. À son réveil, tout est transmis.

        Un événement dit qu'il y a quelque chose à lire, et non combien. mio le dit une fois, et ne le redit que lorsqu'il
        en vient d'autre. À regarder : epoll(7), sous « edge-triggered » ; recv(2), sous EAGAIN ; `Poll` de mio, sous
        « Draining readiness ».

check-dribble = une ligne venue au compte-gouttes est une ligne, pendant que d'autres parlent
    .page =
        Un client envoie sa ligne octet par octet, et entre deux octets les autres parlent. La ligne arrive entière, et
        rien de la leur n'y entre.

        Chaque client a son propre début de ligne, qui doit durer d'un tour de boucle au suivant. À regarder : que garde
        votre programme pour chaque client, et quoi seulement pour le tour ?

check-catches-up = qui a du retard, mais pas trop, ne manque rien
    .page =
        Un client ne lit pas pendant un moment, jusqu'à ce qu'un demi-Mio l'attende dans le programme. Puis il lit de
        nouveau, et reçoit tout, dans l'ordre.

        Quand une connexion est pleine, une écriture prend une partie, ou rien (EAGAIN). Ni l'un ni l'autre n'est un
        échec : le reste s'écrit plus tard, quand un événement dit qu'il y a de la place. À regarder : write(2), sur la
        valeur de retour et sous EAGAIN ; `Interest::WRITABLE` de mio.

check-too-far-behind = au plus 1 Mio et une ligne attendent un client
    .page =
        Un client ne lit pas, et d'autres parlent sans fin. Dès que plus de 1 Mio et une ligne l'attendent dans le
        programme (ce que le système garde vient en plus), il est déconnecté, et les autres continuent de parler.

        Un thread seul n'a personne qui puisse attendre le retardataire. Des octets que personne ne vient chercher
        doivent bien finir quelque part. À regarder : combien d'octets attendent chaque client, et où votre programme les
        compte-t-il ?

check-bounded-memory = ce qui attend un même client ne prend jamais plus de 32 Mio
    .page =
        Un client ne lit pas, pendant que d'autres envoient bien plus que cela. La mémoire du programme reste dans ses
        limites, et les autres n'ont pas à attendre.

        Les mêmes octets attendent beaucoup de clients : ils peuvent n'être là qu'une fois, et compter pour chacun. À
        regarder : `top`, la colonne RES ; en Rust, `std::rc::Rc`.

check-hundred-in-passing = cent qui se connectent et repartent aussitôt ne dérangent personne
    .page =
        Cent clients se connectent et sont repartis avant que le programme regarde, par une fermeture ou une
        réinitialisation. Les autres continuent de parler.

        Entre un événement et le regard que l'on y porte, du temps passe : celui dont il parle est peut-être parti. Une
        erreur à cet endroit ne concerne que lui. À regarder : accept(2), sur les erreurs du nouveau socket ; à quoi
        chaque `?` de votre boucle met-il fin ?

check-five-hundred = cinq cents sont connectés en même temps
    .page =
        Cinq cents clients entrent. Ce que dit le premier va à tous les autres, et ce que dit le dernier au premier.

        Un thread chacun, ce seraient cinq cents piles. Ici, un client coûte ce que votre programme garde pour lui. À
        regarder : qu'est-ce qui, dans votre programme, grandit avec le nombre de clients, et combien de fois le
        parcourt-il en entier ? `ulimit -n` ; select(2), sous FD_SETSIZE.

# Pour qui n'a pas commencé : de quoi parle la partie 1, pourquoi, un exemple, une question, où lire davantage. `checker
# hint` le montre.
begin-event-relay =
    La partie 1 du relais est sa porte, comme dans les exercices 04 et 05 ; mais une porte où personne n'attend.

    Pourquoi : un socket d'écoute bloquant fait attendre son thread jusqu'à ce que quelqu'un vienne, et ici ce thread doit
    s'occuper de tous les autres. Un socket non bloquant répond tout de suite : par un client, ou par une erreur qui dit
    qu'il n'y en a pas pour l'instant. La boucle ne l'interroge qu'une fois qu'un événement a annoncé quelqu'un.

        bloquant       accept ............................ un client
        non bloquant   accept : WouldBlock   (d'autres)   événement   accept : un client

    À méditer : quel est le seul endroit où ce programme peut attendre ? Quel appel y attend, et qui ?

    Pour aller plus loin : accept(2), sous EAGAIN ; fcntl(2), sous O_NONBLOCK ; en Rust, `TcpListener::set_nonblocking`.

"""Given names that are common in Kazakhstan and Kyrgyzstan, and common English ones, to notice a name beside a capitalised word.

Our own list of names in general use, from no register of persons; women's and men's together. Left out are names that are oftener
something else (Мир, Grace, Nelson, Victoria: ONLY_WITH_A_SIGN). Names that are words as well (Роза, Бакыт, Mark) are in WORDS_TOO. It is
data only: no pattern.
"""

RUSSIAN = """
александр александра алексей алексия алена алёна алина алла альберт анастасия анатолий андрей анна антон антонина аркадий арсений артем
артём артур богдан борис вадим валентин валентина валерий валерия варвара василий вениамин вера вероника виктор виталий владимир владислав
всеволод вячеслав галина геннадий георгий глеб григорий даниил данила дарья денис дмитрий евгений евгения егор екатерина елена елизавета
захар зинаида зоя иван игорь илья инна ирина кирилл клавдия константин кристина ксения лариса лев леонид лидия людмила макар максим маргарита
марина мария матвей михаил надежда наталья наталия никита николай нина оксана олег ольга павел петр пётр полина раиса ринат роман руслан
светлана семен семён сергей снежана софия софья станислав степан таисия тамара татьяна тимофей тимур ульяна федор фёдор фаина эдуард эльвира
юлия юрий яна яков ярослав саша маша даша паша миша коля вова вася петя ваня сережа серёжа дима женя таня наташа оля катя лена
"""

KAZAKH = """
абзал абылай адил адия адлет азамат азиз азиза аида айару айбар айбек айгерим айгуль айгүл айдана айдар айдос айдын айжан айман айнур
айнұр айсулу айша ақерке ақмарал акмарал аян алдияр алибек алия әлия алмагуль алмас алмат алтынай альфия амангельды амина әмина амир әмір ануар
арай арайлым арман арсен асан асель әсел асем әсем асет әсет асқар аскар асхат асылбек асылхан аскат әлібек әлихан алихан әнуар атабек ахмет
ахмед бағдат багдат бағлан баглан балнур бауыржан бахыт бақыт бахытжан бақытжан бейбит бейбіт бекзат бекболат берик берік болат ботагоз
ботагөз галымжан ғалымжан галым ғалым гаухар гульмира гүлмира гульнара гүлнара гульнур гульшат гүлшат гулзира гүлзира гульжан гүлжан дамир
дана данара данияр дархан дарига дариға дастан даулет дәулет дәурен даурен диана диас дидар дильназ дилназ динара дінара динмухамед ербол
ерболат ергали ерғали ержан еркебулан еркебұлан еркин еркін ерлан ермек ерсултан есен есет жамиля жанар жанат жанболат жандос жанель жания
жанна жансая жанұзақ жарас жасулан жасұлан жомарт зарина зауре зәуре зере зейнеп зияда ибрагим ильяс ілияс индира исмаил кайрат қайрат
камила камиля канат қанат карим кәрім каримжан кенжебек куаныш қуаныш қуандық куралай құралай лаура ляззат ләззат мадина мади
макпал мақпал максат мақсат малика марат маржан мейрам мейрамгүл мерей меруерт мирас мирлан мухамед мұхамед мұхтар мухтар мұрат мурат назгуль
назгүл назерке назым нургуль нұргүл нурбек нұрбек нурболат нұрболат нурбол нұрбол нургали нұрғали нуржан нұржан нуркен нұркен нурлан нұрлан
нурлыбек нұрлыбек нурсултан нұрсұлтан олжас оразбек рамазан рамиль рауан раушан рахат рахим рашид роза рустам рүстем рустем сабина
сабит сәбит сабыр салтанат самат сәкен сакен сания сәния санжар сара серик серік серикбол серікбол серикжан серікжан сәуле сауле султан
сұлтан сымбат талгат талғат тимурлан толеген төлеген тулеген турар тұрар турсын тұрсын улан ұлан умит үміт уалихан фарида фатима хадиша
хамит хасан шолпан шынгыс шыңғыс шынар ыбырай ырысты эльмира эльнур эльдар эмир ядигар яссауи ясин жасмин
"""

KYRGYZ = """
абдыкадыр абдулла айбийке айганыш айгүл айжамал айзада айпери айтурган акбар акжол акмат акылай акылбек алайбек алмаз алмазбек алтынбек
алымбек аманбек анара арген арсланбек асанбек аскарбек асылгүл атай атыр бакай бакыт бактыбек бактыгүл бакытбек бегайым бегимай
бекжан бекмурза бекмырза белек бермет бүбүсара бурул гүлай гүлбүбү гүлзат гүлназ гүлсана гүлнур гүлнур гулнара данияр дастанбек догдурбек
жазгүл жамал жаныбек жаныл женишбек жибек жолдош жолдошбек жумабек жумагүл жумгалбек жылдыз жыпар замир замира зарлык изат
ильгиз исабек искендер калыс каныкей каныбек каныбай кубан кубаныч кубат кубатбек курманбек кыял кымбат максатбек мамат мамбет
медер медет мелис мирбек миргүл мээрим наргиза нурай нурайым нурбек нургазы нуржамал нурзат нуриза нурсулуу омурбек орозбек осмон памирбек
перизат рахатбек салкын сапарбек саткын суйун сүйүн сыймык таалай таалайбек талант тилек тилекбек токтобек токтогул төлөгөн
төлөбек турат тынчтык тынчтыкбек улук улукбек улан уланбек урмат фархад чолпон чынара чыңгыз чынгыз шайыр шайлообек шамиль эламан
элдияр элзар элина элмира элнура элчибек эмил эмилбек эрик эрмек эрлан эркайым эркинбек эрнис эсен эсенбек аяна айсалкын айсулуу
"""

UZBEK_AND_OTHERS = """
абдулло азизбек акмаль алишер анвар аскарали бахром бахтияр бекзод бобур дилбар дилшод дилфуза достон жавлон жамшид зафар зухра ибрахим
иномжон камол лола мавлюда махмуд мирзо музаффар мухаммад насиба нигора нодир одил озода отабек ашот тигран геворг арам армен вардан гагик карен нарек самвел сурен давид дэвид джон джеймс майкл гиорги нино тамаз заур эльчин ильхам равшан рахмон санжарбек сардор
сухроб тахир тохир улугбек умид умида феруза фируза хабиба хуршид дилноза дильноза дилором дилрабо гулноза гулчехра матлуба нилуфар сарвиноз фаррух шохрух шавкат шахло шахноза шерзод шухрат эргаш юлдуз юсуф якуб ахмад али омар
осман хава зайнаб марьям магомед муса рамзан лейла мехмет
"""

LATIN = """
aaron adam adil aibek aida aidar aigerim aigul aizada akmal albert alex alexander alexandra alexei alexey ali alice alina aliya amanda amina
andrei andrew andrey angela anna anne anthony anton anwar arman artem arthur asan asel askar askhat azamat aziz bakyt barbara bekzat benjamin
bermet bolat boris brian carol catherine charles christina christopher cholpon chyngyz damir dana daniel daniyar dastan david deborah denis
diana dinara dmitri dmitry donald dorothy edward ekaterina elena elizabeth emily emma eric erbol erlan ermek evgeny farida fatima frank gary
george gregory gulmira gulnara hannah harry hassan helen henry ibrahim igor ilya irina ivan jack jacob james jane janet jason jeffrey
jennifer jessica jessica joan john jonathan joseph joshua julia julie kairat kanat karen katherine kevin kubanych kyle larry laura lena linda
lisa louise lucy madina maksat maksim marat margaret maria marina marie mark martha mary matthew maxim mehmet melissa michael michelle mikhail
mohamed mohammed murat nancy natalia natalya nicholas nikolai nikolay nina nurbek nurlan nursultan oksana oleg olga olivia omar pamela patricia
patrick paul pavel peter philip rachel rakhat rebecca richard robert roger ronald roza ruslan rustam ruth ryan sabina samantha samat sandra
sara sarah scott sergei sergey serik sharon sofia stephen steven sultan susan svetlana talgat tamara tatiana tatyana thomas timothy timur tom
tigran ashot karen gevorg zhang wang chen liu nguyen tynchtyk ulan vadim viktor vladimir walter william yelena yerlan yuri yury yusuf zarina zhanna zhanar zhyldyz
"""

GIVEN = frozenset(" ".join((RUSSIAN, KAZAKH, KYRGYZ, UZBEK_AND_OTHERS, LATIN)).split())
"""All of them, in lower case and in the first case."""

_WORDS_TOO = """
вера надежда роман лев роза дана али лола султан семен паша коля женя оля захар света
азамат азиз айдын алмас алмат әмір амир арай арайлым арман асан әсем асем аян бағдат багдат бағлан баглан бақыт бахыт бейбит бейбіт берік
берик болат галым ғалым дархан дастан дәулет даулет дәурен даурен дидар есен есет ермек еркін еркин жанар жанат жарас жания жомарт зере зияда
әділ адил кайрат қайрат канат қанат кәрім қуаныш куаныш қуандық құралай макпал мақпал мақсат максат мейрам мерей мирас мұрат назым раушан
рахат рахим роза сабыр сәбит сабит салтанат самат сара сәуле сауле сәкен серік серик сұлтан сымбат талгат толеген төлеген тулеген турар
тұрар турсын тұрсын ұлан улан үміт умит хасан шолпан шынар ырысты ядигар ясин
акбар алмаз айбийке атыр аяна бакай бакыт белек бермет жамал жаныл жибек жолдош жылдыз жыпар замир зарлык изат калыс каныкей кубан кубаныч
кубат кымбат кыял медер медет мелис мээрим осмон салкын саткын сыймык таалай талант тилек токтогул төлөгөн турат тынчтык улук урмат чолпон
чынара шайыр эрик эрмек эсен арген анара
дилбар достон зафар камол одил озода омар равшан умид хуршид юлдуз
carol dana frank jack mark sofia sultan
"""

WORDS_TOO = frozenset(_WORDS_TOO.split())
"""Names of the list that are words, rivers or towns as well: at the beginning of a sentence such a word names nobody without a second sign."""

_SIGNED = """
мир любовь слава эркин азат майя лилия виктория grace hope faith joy summer april may june rose victoria
"""

ONLY_WITH_A_SIGN = frozenset(_SIGNED.split())
"""Names oftener something else: anywhere they name nobody without a second sign."""

_ADDED = (
    "а у ом ем е s "
    "ға ге қа ке на не ны ні ди ды ды ті ты да де та те дан ден тан тен нан нен ның нің дың дің тың тің нын нин дын дин тын тин "
    "га го дөн дон тун дун мен бен пен нун нүн дүн түн нөн ну нү ду дү ту гө кө ко ка кы ки"
)
_STEM_ENDINGS = frozenset(_ADDED.split())
_VOWEL_ENDINGS = {"а": ("ы", "е", "у", "ой", "ою", "и"), "я": ("и", "е", "ю", "ей", "ею"), "й": ("я", "ю", "ем", "е"), "ь": ("я", "ю", "ем", "е", "и")}
"""Endings that take the place of a name's last letter."""

_FUNCTION = frozenset(("мен", "және", "жана", "или", "при", "для", "под", "над", "без", "the", "and", "for", "with", "this", "that"))


def is_given_name(word: str) -> bool:
    """Whether a word, in any capitals and in the commoner cases of the four languages, is a given name of the list."""
    return bool(name_in(word, GIVEN))


def name_in(word: str, names: frozenset[str]) -> str:
    """The name of the list that the word is, as it stands or in one of the commoner cases; nothing where it is none."""
    plain = word.casefold().replace("’s", "").replace("'s", "")
    if plain in names:
        return plain
    bent = (_unbent(plain[:-length], plain[-length:], names) for length in (1, 2, 3) if len(plain) - length >= 3)
    return next((name for name in bent if name), "")


def _unbent(stem: str, ending: str, names: frozenset[str]) -> str:
    """The name of which stem and ending are a case, or nothing."""
    if ending in _STEM_ENDINGS and stem in names and len(stem) > 3:
        return stem
    return next((stem + last for last, endings in _VOWEL_ENDINGS.items() if ending in endings and stem + last in names), "")


def is_name(first: str, second: str) -> bool:
    """Whether two capitalised words side by side look like a person's name: one of them is a given name, neither binds words."""
    if {first.casefold(), second.casefold()} & _FUNCTION:
        return False
    return is_given_name(first) or is_given_name(second)

"""Diagnoses that can point to a person, in Russian, Kazakh, Kyrgyz and English. Data only: our own choice, of diseases known to be rare.

RARE: so rare (of the order of one in two thousand and rarer, or seldom seen in these countries) that in one place there is hardly a second
case; any mention is noticed. SENSITIVE: not rare, and named in findings for good reasons; noticed only where the text speaks of one person.
A word ends where it ends; `*` stands for any ending.
"""

RARE = (
    # Russian
    "порфири*", "муковисцидоз*", "хорея", "хореи", "хорее", "хорею", "хореей", "хореической", "хантингтон*", "гентингтон*", "гемофили*",
    "виллебранд*", "марфан*", "туретт*", "проказ*", "лепр*", "гоше", "фенилкетонури*", "боков* амиотрофическ* склероз*", "рассеянн* склероз*",
    "элерса-данло*", "элерс* данло", "галактоземи*", "гистиоцитоз*", "амилоидоз*", "саркоидоз*", "склеродерми*", "пузырчатк*",
    "буллезн* эпидермолиз*", "буллёзн* эпидермолиз*", "ихтиоз*", "альбинизм*", "альбинос*", "ахондроплаз*", "карликовост*", "акромегали*",
    "аддисонов* болезн*", "болезн* аддисона", "болезн* кушинга", "синдром* кушинга", "болезн* вильсона", "болезн* фабри", "болезн* помпе",
    "мукополисахаридоз*", "миастени*", "миопати* дюшенна", "дистрофи* дюшенна", "спинальн* мышечн* атрофи*", "сирингомиели*", "нарколепси*",
    "крейтцфельд*", "ретинобластом*", "нейрофиброматоз*", "туберозн* склероз*", "серповидноклеточн*", "талассеми*", "гемохроматоз*",
    "несовершенн* остеогенез*", "гермафродит*", "интерсекс*", "синдром* клайнфельтера", "синдром* шерешевск*", "синдром* ретта",
    "синдром* прадера*", "синдром* ангельмана", "синдром* гийена*", "болезн* бехчета", "болезн* крона", "туляреми*",
    "эхинококкоз* мозга", "нейросифилис*", "прогери*", "целиаки*", "лейшманиоз*",
    # Kazakh and Kyrgyz (beside the stems above, which are the same)
    "алапес*", "шашыранқы склероз*", "чачыранды склероз*", "мохоу*",
    "бүйір амиотрофиялық склероз*",
    # English
    "porphyria*", "cystic fibrosis", "chorea", "huntington*", "haemophili*", "hemophili*", "willebrand*", "marfan*", "tourette*", "leprosy",
    "leprous", "hansen's disease", "gaucher*", "phenylketonuria", "amyotrophic lateral sclerosis", "multiple sclerosis", "ehlers-danlos",
    "galactosaemia", "galactosemia", "amyloidosis", "sarcoidosis", "scleroderma", "pemphigus", "epidermolysis bullosa", "ichthyosis", "albinism",
    "albino*", "achondroplasia", "dwarfism", "acromegaly", "addison's disease", "cushing's", "wilson's disease", "fabry*", "pompe disease",
    "mucopolysaccharidos*", "myasthenia*", "duchenne*", "spinal muscular atrophy", "syringomyelia", "narcolep*", "creutzfeldt*",
    "retinoblastoma", "neurofibromatosis", "tuberous sclerosis", "sickle-cell*", "thalassaemi*", "thalassemi*", "haemochromatosis",
    "hemochromatosis", "osteogenesis imperfecta", "intersex*", "klinefelter*", "turner syndrome", "rett syndrome", "prader*", "angelman*",
    "guillain*", "behcet*", "crohn*", "progeria", "coeliac*", "celiac*", "leishmaniasis", "neurosyphilis",
)  # fmt: skip

SENSITIVE = (
    "вич", "вич-инфици*", "вич-положител*", "вич-позитив*", "спид", "спида", "спидом", "туберкулез*", "туберкулёз*", "гепатит*", "сифилис*", "эпилепси*",
    "шизофрени*", "психоз*", "аитв", "житс", "жқтб", "кургак учук*", "құрғақ ұшық*", "талма", "hiv", "hiv-positive", "aids",
    "tuberculosis", "hepatitis", "syphilis", "epilep*", "schizophreni*", "psychosis",
)  # fmt: skip

ALONE = (
    "вич-инфицированный", "вич-инфицированная", "вич-инфицированного", "вич-инфицированному", "вич-положительный", "вич-положительная",
    "единственн*", "один из", "одна из", "у одного", "у одной", "одному из", "одной из", "одного из", "одно из", "у осужденного", "у осуждённого",
    "у заключенного", "у заключённого", "у задержанного", "у пациента", "осужденный", "осуждённый", "заключенный", "заключённый", "задержанный",
    "жалғыз*", "жалгыз*", "бір сотталған*", "бир соттолгон*", "бір қамаудағы*", "бир камактагы*", "the only", "one of the", "one detainee",
    "one prisoner", "one inmate", "one patient", "a detainee", "a prisoner", "an inmate", "a patient", "the detainee", "the prisoner",
    "the patient", "the inmate",
)  # fmt: skip
"""Words that say that one person is meant."""

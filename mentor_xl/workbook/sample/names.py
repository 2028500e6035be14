"""Names of people who do not exist, as the registers of British schools hold them: of many origins."""

from dataclasses import dataclass, replace
from random import Random


@dataclass(frozen=True, slots=True)
class Heritage:
    """The names that go together in families of one origin, and what is spoken at home."""

    weight: int
    """How many families in a hundred or so."""
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    surnames: tuple[str, ...]
    language: str = "English"
    known_as: tuple[tuple[str, str], ...] = ()
    """Legal forename to the name a pupil goes by."""


def _heritage(
    weight: int, girls: str, boys: str, surnames: str, *, language: str = "English", known_as: str = ""
) -> Heritage:
    """Names are parted by commas; ``known_as`` reads ``Tolulope=Tolu``."""
    short = tuple((legal, known) for legal, _, known in (part.partition("=") for part in _parts(known_as)))
    return Heritage(weight, _parts(girls), _parts(boys), _parts(surnames), language, short)


def _parts(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


HERITAGES: tuple[Heritage, ...] = (
    _heritage(
        30,
        "Amelia, Poppy, Freya, Evie, Ruby, Jessica, Georgia, Scarlett, Ellie-Mae, Lacey, Imogen, Tilly, "
        "Harriet, Beth",
        "Alfie, Harvey, Toby, Callum, Reece, Oscar, Bradley, Finley, Jude, Kian, Stanley, Tommy-Lee, "
        "Luke, Nathaniel",
        "Ashworth, Barraclough, Catchpole, Dewhurst, Entwistle, Fairbrother, Garside, Hollingworth, "
        "Kettlewell, "
        "Lockwood, Marsden, Oldroyd, Pickersgill, Ramsbottom, Stringer, Thistlethwaite, Whitcombe, Yardley, "
        "Smith-Barnes, Taylor, Wilkins",
        known_as="Jessica=Jess, Georgia=Gigi, Nathaniel=Nate, Imogen=Immy",
    ),
    _heritage(
        5,
        "Siobhán, Niamh, Aoife, Caoimhe, Róisín, Orla",
        "Cillian, Oisín, Seán, Fionn, Darragh, Eoghan",
        "O’Sullivan, O'Rourke, Ní Bhriain, McGlinchey, Gallagher, Brennan, Mac Cárthaigh, Doherty",
    ),
    _heritage(
        4,
        "Catriona, Isla, Eilidh, Morven, Mhairi",
        "Struan, Hamish, Lachlan, Ruaridh, Fergus",
        "MacAllister, Urquhart, Drummond, McKechnie, Galbraith, Farquharson",
    ),
    _heritage(
        4,
        "Ffion, Carys, Cerys, Siân, Nia",
        "Gethin, Ieuan, Macsen, Rhodri, Osian",
        "ap Gwilym, Llewellyn, Prosser, Bevan, Pugh-Jones, Gwynne",
    ),
    _heritage(
        5,
        "Shanelle, Renée, Aaliyah, Monique, Keziah, Tiana",
        "Jermaine, Tyrell, Malachi, Kemar, Andre, Isaiah",
        "Campbell-Reid, Francis, Braithwaite, St. Louis, Morrison, Grant-Hylton, Baptiste",
    ),
    _heritage(
        5,
        "Tolulope, Ngozi, Adaeze, Temiloluwa, Chidera, Folasade",
        "Oluwaseun, Chukwuemeka, Ayodele, Ifeanyi, Babatunde, Kelechi",
        "Adeyemi, Okonkwo, Balogun, Nwosu, Oyelaran, Eze-Williams, Olatunji, Obi",
        known_as="Tolulope=Tolu, Temiloluwa=Temi, Oluwaseun=Seun, Chukwuemeka=Emeka, Folasade=Sade",
    ),
    _heritage(
        3,
        "Abena, Akosua, Efua, Adwoa, Maame",
        "Kwabena, Kofi, Kwame, Yaw, Ekow",
        "Asante, Boateng, Owusu-Ansah, Mensah, Agyeman, Darko",
        language="Twi",
    ),
    _heritage(
        4,
        "Hodan, Ifrah, Sagal, Hamdi, Ayaan",
        "Abdirahman, Liban, Guled, Zakariye, Cabdi",
        "Warsame, Abdullahi, Jama, Hersi, Farah, Cismaan",
        language="Somali",
        known_as="Abdirahman=Abdi, Zakariye=Zak",
    ),
    _heritage(
        7,
        "Aisha, Zainab, Hafsa, Maryam, Iqra, Noor-ul-Ain",
        "Hamza, Ibrahim, Bilal, Zayn, Muhammad, Haris",
        "Khan, Hussain, Malik, Qureshi, Chaudhry, Mahmood, Iqbal, Raja, Shah",
        language="Urdu",
        known_as="Noor-ul-Ain=Noor",
    ),
    _heritage(
        4,
        "Tahmina, Sumaiya, Nusrat, Rumana, Jannat",
        "Tanvir, Rayhan, Shahriar, Mahfuz, Nayeem",
        "Begum, Miah, Choudhury, Uddin, Islam, Ahmed-Ali, Rahman",
        language="Bengali",
    ),
    _heritage(
        5,
        "Ananya, Diya, Krisha, Meera, Riddhi, Isha",
        "Arjun, Dev, Kavish, Neel, Rohan, Yuvraj",
        "Patel, Desai, Mehta, Naidu, Solanki, Iyer, Chauhan, Ramachandran",
        language="Gujarati",
    ),
    _heritage(
        4,
        "Harleen, Jasmeet, Simran, Gurpreet, Manveer",
        "Jaskaran, Harjit, Arjan, Gurveer, Tejinder",
        "Kaur Gill, Dhillon, Sandhu, Grewal, Singh Bains, Atwal, Sidhu",
        language="Panjabi",
        known_as="Tejinder=Tej",
    ),
    _heritage(
        6,
        "Zuzanna, Oliwia, Łucja, Małgorzata, Kinga, Amelia",
        "Kacper, Wojciech, Michał, Szymon, Łukasz, Bartłomiej",
        "Kowalczyk, Wiśniewska, Nowak, Dąbrowski, Zając, Grzelak, Woźniak, Szczepańska",
        language="Polish",
        known_as="Małgorzata=Gosia, Bartłomiej=Bartek, Wojciech=Wojtek, Zuzanna=Zuzia",
    ),
    _heritage(
        4,
        "Ioana, Ștefania, Andreea, Mădălina, Bianca",
        "Răzvan, Matei, Ionuț, Ștefan, Denis",
        "Popescu, Țurcanu, Munteanu, Dumitrașcu, Ciobanu, Bălan",
        language="Romanian",
    ),
    _heritage(
        3,
        "Beatriz, Leonor, Constança, Inês",
        "João, Gonçalo, Tomás, Simão",
        "da Silva, Gonçalves, Magalhães, dos Santos, Conceição, Araújo",
        language="Portuguese",
    ),
    _heritage(
        3,
        "Solomiya, Yeva, Daryna, Oleksandra",
        "Kyrylo, Danylo, Ostap, Tymofiy",
        "Kovalenko, Shevchuk, Melnyk, Tkachenko, Bondar, Lysenko",
        language="Ukrainian",
        known_as="Oleksandra=Sasha",
    ),
    _heritage(
        2,
        "Ugnė, Gabija, Kotryna",
        "Lukas, Dovydas, Žygimantas",
        "Kazlauskaitė, Žukauskas, Jankūnas, Stankevičiūtė",
        language="Lithuanian",
    ),
    _heritage(
        3,
        "Elif, Zeynep, Şeyma, Rojda",
        "Emre, Çağan, Yiğit, Baran",
        "Yılmaz, Öztürk, Demirtaş, Şahin, Koç",
        language="Turkish",
    ),
    _heritage(
        3,
        "Layan, Rahaf, Hala, Tasnim",
        "Yazan, Karim, Anas, Qusai",
        "al-Masri, Haddad, Khoury, Abu Zeid, Darwish, Saleh",
        language="Arabic",
    ),
    _heritage(
        3,
        "Hiu Ching, Wing-Yan, Mei Ling, Tsz Yau",
        "Ka Ho, Chun-Hei, Zhi Hao, Lok Him",
        "Cheung, Lau, Ng, Yip, Zhang, Leung",
        language="Cantonese",
        known_as="Hiu Ching=Hailey, Ka Ho=Kelvin",
    ),
    _heritage(
        2,
        "Thuỳ Linh, Minh Anh, Ngọc Hà",
        "Gia Bảo, Đức Anh, Quang Huy",
        "Nguyễn, Trần, Phạm, Đặng",
        language="Vietnamese",
        known_as="Minh Anh=Mia",
    ),
    _heritage(
        2,
        "Angelica, Maria Clara, Precious",
        "John Paul, Joshua, Miguel",
        "dela Cruz, Bautista, Villanueva, Peñaflor",
        language="Tagalog",
    ),
    _heritage(
        2,
        "Margaret-Rose, Kathleen, Savannah",
        "Patrick, Elijah, Hughie",
        "Delaney, Connors, Smith-Loveridge, Boswell",
    ),
    _heritage(
        2,
        "Sofía, Giulia, Anneliese, Saskia",
        "Íñigo, Matteo, Jürgen, Lucas",
        "García-Núñez, D’Angelo, Müller, van der Berg, Rossi",
        language="Spanish",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A forename and a surname that go together."""

    forename: str
    surname: str
    is_woman: bool
    heritage: Heritage
    second_forename: str = ""

    @property
    def forenames(self) -> str:
        """What the register holds: the forename, and a second one where there is one."""
        return f"{self.forename} {self.second_forename}".rstrip()

    @property
    def full_name(self) -> str:
        """Forename and surname."""
        return f"{self.forename} {self.surname}"

    @property
    def known_as(self) -> str | None:
        """The name they go by, where it is not all that the register holds."""
        short = dict(self.heritage.known_as).get(self.forename)
        return short or (self.forename if self.second_forename else None)


def choose_heritage(chance: Random) -> Heritage:
    """An origin, the commoner ones more often."""
    return chance.choices(HERITAGES, [heritage.weight for heritage in HERITAGES])[0]


def make_person(
    chance: Random,
    heritage: Heritage | None = None,
    *,
    surname: str | None = None,
    is_woman: bool | None = None,
) -> Person:
    """Somebody of an origin; a given surname is kept."""
    heritage = heritage or choose_heritage(chance)
    woman = chance.random() < 0.5 if is_woman is None else is_woman
    forename = chance.choice(heritage.girls if woman else heritage.boys)
    return Person(forename, surname or chance.choice(heritage.surnames), woman, heritage)


def with_second_forename(chance: Random, person: Person) -> Person:
    """The same person with a second forename."""
    names = person.heritage.girls if person.is_woman else person.heritage.boys
    return replace(person, second_forename=chance.choice([name for name in names if name != person.forename]))


def another_surname(chance: Random, person: Person) -> str:
    """A surname of the same origin that is not this person's."""
    return chance.choice([name for name in person.heritage.surnames if name != person.surname])

"""Names of the invented families, mixed as in a northern English city.

Which names a family has is drawn apart from everything else about it: no worry belongs to a name.
"""

from dataclasses import dataclass
from random import Random

# Of a hundred families how many bear both parents' names.
JOINED = 4


@dataclass(frozen=True, kw_only=True)
class Naming:
    """Given and family names that go together, and how common they are beside the others.

    `for_girls` says how a family name ends for a daughter, `instead` how often, of a hundred
    families, sons and daughters each bear a name of their own, and `of_fathers` how often they bear
    their father's given name.
    """

    weight: int
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]
    for_girls: tuple[tuple[str, str], ...] = ()
    instead: tuple[tuple[int, str, str], ...] = ()
    of_fathers: int = 0

    def given(self, *, sex: str, chance: Random) -> str:
        """Return a given name; for a sex not known, either kind."""
        names = {"F": self.girls, "M": self.boys}.get(sex, self.girls + self.boys)
        return chance.choice(names)

    def surnames(self, chance: Random) -> "Surnames":
        """Return the names a family's sons and daughters bear."""
        family = chance.choice(
            self.boys if chance.randrange(100) < self.of_fathers else self.families
        )
        if chance.randrange(100) < JOINED:
            family = f"{family}-{chance.choice(self.families)}"
        drawn = chance.randrange(100)
        for share, sons, daughters in self.instead:
            drawn -= share
            if drawn < 0:
                return Surnames(sons=sons or family, daughters=daughters or family)
        return Surnames(sons=family, daughters=self.hers(family))

    def hers(self, family: str) -> str:
        """Return a family name as a woman or girl of the family bears it."""
        for ends, instead in self.for_girls:
            if family.endswith(ends):
                return family.removesuffix(ends) + instead
        return family


@dataclass(frozen=True, kw_only=True)
class Surnames:
    """What the sons and the daughters of one family are called after."""

    sons: str
    daughters: str

    def of(self, sex: str) -> str:
        """Return the name of a child of this sex."""
        return self.daughters if sex == "F" else self.sons


def _split(names: str) -> tuple[str, ...]:
    return tuple(names.split())


NAMINGS: tuple[Naming, ...] = (
    Naming(
        weight=44,
        girls=_split(
            """
            Amelia Ava Bethany Charlotte Chloe Daisy Ellie Emily Erin Evie Faith Freya Grace
            Hannah Holly Imogen Isla Jessica Katie Keira Lacey Leah Lily Lucy Megan Mia Millie
            Molly Niamh Olivia Phoebe Poppy Rosie Ruby Sophie Summer Tilly Willow
            """
        ),
        boys=_split(
            """
            Aaron Alfie Archie Ben Callum Charlie Connor Daniel Declan Dylan Ethan Finley
            Freddie George Harry Harvey Henry Jack Jake James Jayden Joe Joshua Kian Kyle Leo
            Lewis Liam Logan Luke Max Nathan Noah Oliver Oscar Owen Reece Riley Ryan Sam Theo
            Toby Tyler
            """
        ),
        families=_split(
            """
            Ackroyd Appleyard Armitage Atkinson Barraclough Beaumont Booth Brearley Butterfield
            Clegg Cockroft Crabtree Dawson Dobson Earnshaw Fawcett Firth Garside Greenwood Haigh
            Hainsworth Hargreaves Hartley Hepworth Hirst Holdsworth Illingworth Jagger Kaye
            Kershaw Lister Lumb Marsden Metcalfe Midgley Naylor Ogden Pickles Priestley Ramsden
            Rhodes Robertshaw Schofield Shackleton Stansfield Sugden Sutcliffe Sykes Tempest
            Thackray Tordoff Uttley Varley Wadsworth Waterhouse Whitaker Womersley
            """
        ),
    ),
    Naming(
        weight=32,
        girls=_split(
            """
            Aaliyah Aaminah Aisha Aleena Alisha Anaya Ayesha Fatima Hafsa Haleema Hania Hira
            Iqra Inaya Jannat Khadija Laiba Maham Maryam Mehwish Misbah Nadia Noor Rabia Rukhsar
            Saira Sana Sumaya Syeda Zahra Zainab Zara
            """
        ),
        boys=_split(
            """
            Abdullah Adam Ahmed Ali Amaan Amir Arslan Asad Bilal Danyal Eesa Faisal Hamza Haris
            Hassan Ibrahim Idris Imran Ismail Junaid Kamran Mikaeel Mohammed Musa Nabeel Omar
            Qasim Rayyan Saad Sami Shoaib Tariq Umar Usman Yahya Yusuf Zain Zakariya
            """
        ),
        families=_split(
            """
            Ahmed Akhtar Ali Amin Anwar Arshad Ashraf Aslam Aziz Bashir Begum Butt Chaudhry Dar
            Farooq Ghafoor Hanif Hussain Iqbal Ishaq Javed Kauser Khaliq Khan Latif Mahmood
            Malik Mir Mirza Naseem Nawaz Parveen Qureshi Rafiq Raja Rashid Saleem Shah Shaheen
            Sharif Siddique Tahir Waheed Younis Zaman
            """
        ),
        # Many a daughter bears no name of her father's, and some children bear his given name.
        instead=((12, "", "Begum"), (12, "", "Bibi"), (4, "", "Khatoon")),
        of_fathers=8,
    ),
    Naming(
        weight=7,
        girls=_split(
            """
            Aleksandra Alicja Emilia Hanna Julia Lena Maja Natalia Oliwia Wiktoria Zofia
            """
        ),
        boys=_split(
            """
            Adrian Antoni Dawid Filip Jakub Kacper Kamil Łukasz Mateusz Oskar Stanisław Szymon
            Wojciech
            """
        ),
        families=_split(
            """
            Adamczyk Czerwiński Dudek Jabłoński Kamiński Kowal Kowalski Lewandowski Mazur Nowak
            Pawlak Piotrowski Sikora Sawicki Wójcik Wróbel Zając Zieliński
            """
        ),
        for_girls=(("ski", "ska"), ("cki", "cka")),
    ),
    Naming(
        weight=5,
        girls=_split("Dominika Erika Jana Kristína Lucia Martina Nikola Renáta Sára Vanesa"),
        boys=_split("Denis Erik Ján Kevin Lukáš Marek Matej Patrik Roman Tomáš"),
        families=_split(
            """
            Balog Červeňák Danko Gábor Horváth Kandráč Lakatoš Mirga Pokuta Rusnák Tancoš
            """
        ),
        # Some daughters are registered with the ending and some, born here, without.
        for_girls=(("k", "ková"), ("h", "hová"), ("š", "šová"), ("č", "čová")),
    ),
    Naming(
        weight=5,
        girls=_split(
            """
            Anjali Diya Gurleen Harpreet Isha Jasmin Kiran Meera Priya Simran Tanisha
            """
        ),
        boys=_split("Arjun Arun Dev Gurdeep Harjit Jai Karan Manveer Rohan Sachin Vikram"),
        families=_split(
            """
            Bains Chohan Dhillon Gill Joshi Mistry Parmar Patel Sandhu Sharma Sidhu
            """
        ),
        instead=((40, "Singh", "Kaur"),),
    ),
    Naming(
        weight=4,
        girls=_split("Abigail Blessing Destiny Efua Esther Favour Grace Naomi Ruth Selam Temi"),
        boys=_split(
            """
            Caleb Daniel David Emmanuel Israel Joel Kwame Michael Samuel Tendai Tobi
            """
        ),
        families=_split(
            """
            Abebe Acheampong Adeyemi Boateng Chikwanha Dube Mensah Moyo Ncube Nkomo Okafor Osei
            Tesfaye
            """
        ),
    ),
    Naming(
        weight=2,
        girls=_split("Alexandra Andreea Bianca Denisa Elena Ioana Maria Ștefania Teodora Viktoria"),
        boys=_split("Alexandru Andrei Bogdan Daniel Florin Ionuț Mihai Răzvan Ștefan Vlad"),
        families=_split("Constantin Dumitru Ionescu Lupu Marin Munteanu Popescu Radu Stan Țurcan"),
    ),
    Naming(
        weight=3,
        girls=_split("Dina Hala Lamar Leen Maya Nour Rima Salma Shahad Yara"),
        boys=_split("Anas Elias Fares Jad Karim Majd Nabil Rami Wael Yazan"),
        families=_split("Barakat Darwish Haddad Hamdan Khalil Mansour Nasser Sabbagh Saleh Taha"),
    ),
)

_WEIGHTS = tuple(naming.weight for naming in NAMINGS)

STAFF = (
    "Alison Bairstow",
    "Nasreen Akram",
    "Tom Feather",
    "Farida Siddiqui",
    "Gareth Pryce",
    "Joanne Holroyd",
    "Imtiaz Rehman",
    "Beth Cawthra",
    "Marcia Campbell",
    "Dawn Whiteley",
    "Sunita Rai",
    "Peter Lodge",
    "Colette Burns",
    "Yasmin Bhatti",
    "Rob Sunderland",
    "Ewa Pawlak",
    "Helen Mallinson",
    "Tahir Mehmood",
    "Lorraine Stead",
    "Grace Adeyemi",
)


def naming(chance: Random) -> Naming:
    """Return the naming of one family."""
    return chance.choices(NAMINGS, weights=_WEIGHTS)[0]


def mother(family: str, *, chance: Random) -> tuple[str, str]:
    """Return the given and family name of a mother whose first child bears this family name."""
    like = next((each for each in NAMINGS if _may_be_of(each, family)), None) or naming(chance)
    return like.given(sex="F", chance=chance), like.hers(family)


def _may_be_of(naming: Naming, family: str) -> bool:
    first = family.partition("-")[0]
    borne = {*naming.families, *map(naming.hers, naming.families)}
    return first in borne or any(first in pair for _, *pair in naming.instead)

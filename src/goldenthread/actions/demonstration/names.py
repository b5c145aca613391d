"""Names of the invented families, mixed as in a northern English city.

Which names a family has is drawn apart from everything else about it: no worry belongs to a name.
"""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, kw_only=True)
class Naming:
    """Given and family names that go together, and how common they are beside the others."""

    weight: int
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]

    def given(self, *, sex: str, chance: Random) -> str:
        """Return a given name; for a sex not known, either kind."""
        names = {"F": self.girls, "M": self.boys}.get(sex, self.girls + self.boys)
        return chance.choice(names)


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
            Adrian Antoni Dawid Filip Jakub Kacper Kamil Mateusz Oskar Szymon Wojciech
            """
        ),
        families=_split(
            """
            Adamczyk Czerwinski Dudek Kaminski Kowal Lewandowski Mazur Nowak Pawlak Sikora
            Wrobel Zajac
            """
        ),
    ),
    Naming(
        weight=5,
        girls=_split("Dominika Erika Jana Kristina Lucia Martina Nikola Renata Sara Vanesa"),
        boys=_split("Denis Erik Jan Kevin Lukas Marek Matej Patrik Roman Tomas"),
        families=_split(
            """
            Balog Cervenak Danko Gabor Horvath Kandrac Lakatos Mirga Pokuta Rusnak Tancos
            """
        ),
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
            Bains Chohan Dhillon Gill Joshi Kaur Mistry Parmar Patel Sandhu Sharma Sidhu
            """
        ),
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

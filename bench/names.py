"""Names as the children of a northern English city have them: what the made children are called.

Given names and family names by where families came from, the commonest first. A few names are many
children's and most names are few children's, as in life; the tail of family names is put together
from parts. Nobody is meant by any of them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """How often a family is of this kind, and what its children are called."""

    weight: int
    boys: tuple[str, ...]
    girls: tuple[str, ...]
    families: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]


def _kind(weight: int, boys: str, girls: str, families: str, starts: str, ends: str) -> Kind:
    said = (boys, girls, families, starts, ends)
    return Kind(weight, *(tuple(each.split()) for each in said))


BRITISH = _kind(
    48,
    "Oliver Jack Harry George Noah Charlie Jacob Alfie Freddie Oscar Leo Logan Archie Theo"
    " Thomas James Joshua Henry William Max Lucas Ethan Arthur Isaac Harrison Benjamin Mason"
    " Finley Edward Daniel Sebastian Dylan Riley Toby Jude Samuel Joseph Alexander Reuben"
    " Elijah Bobby Luca Jayden Kai Liam Callum Connor Ryan Kyle Brandon Declan Seán Rhys Owen"
    " Lewis Luke Nathan Aaron Adam Bradley Reece Corey Tyler Zachary Stanley Ronnie Tommy"
    " Frankie Louie Rory Ewan Gareth Stuart",
    "Olivia Amelia Isla Ava Emily Ella Grace Mia Poppy Lily Evie Sophie Isabella Freya Ivy"
    " Florence Charlotte Daisy Rosie Sienna Phoebe Willow Evelyn Matilda Ruby Alice Elsie"
    " Jessica Scarlett Millie Lola Chloe Erin Maisie Harriet Imogen Molly Eliza Esme Gracie"
    " Summer Bethany Megan Siân Niamh Aoife Caitlín Zoë Chloë Holly Leah Lacey Lexi Summer"
    " Abigail Eleanor Georgia Jasmine Katie Hannah Rebecca Rachel Lauren Paige Courtney"
    " Shannon Kayleigh Demi Skye Robyn Heidi Tilly",
    "Smith Jones Taylor Brown Wilson Robinson Wood Walker Thompson Johnson Jackson White"
    " Wright Hall Green Harrison Clarke Hughes Davies Evans Roberts Lewis Turner Cooper Ward"
    " Hill Holmes Barker O'Brien O'Neill O'Connor Murphy Kelly Walsh Ryan Byrne McDonald"
    " McCarthy MacLeod Fitzgerald Sykes Sutcliffe Greenwood Ackroyd Hardcastle Illingworth"
    " Shackleton Whitaker Rhodes Firth Priestley Feather Haigh Crossley Murgatroyd Binns"
    " Butterfield Pickles Naylor Hainsworth",
    "Hart Brad Thorn Ash Black Whit Hazel Ather Elling Middle North South West East Har Hol"
    " Pres Wal Lang Bar Stan Pem Cal Wors Kirk Ray Shep Hut Dun Ren Mal Cros Farn Wads Ben Lin"
    " Ald Dew Sed Ros Bur Clif Rad Tat Hus Wil Thack Ick Oak Ripp",
    "ley ton field wood well ford shaw worth bury ham stead thwaite royd den burn combe dale"
    " man son croft gate low wick hurst",
)
SOUTH_ASIAN = _kind(
    34,
    "Mohammed Muhammad Mohammad Mohamed Ali Ibrahim Yusuf Hamza Ismail Zakariya Adam Haris"
    " Musa Bilal Hassan Hussain Umar Usman Imran Zain Ayaan Rayyan Abdullah Abdul Haider"
    " Danyal Idris Yahya Sulaiman Zayn Eesa Junaid Khalid Tariq Kashif Faisal Naveed Waqas"
    " Rizwan Shoaib Asim Nabeel Zeeshan Adeel Saad Talha Arjun Rohan Aarav Dev Krish Jaspreet"
    " Harpreet Gurdeep Manpreet Ravi Sanjay Vikram Aryan Nikhil Rajesh Iqbal Sajid Shahid"
    " Amjad Nadeem Zubair Awais Uzair Huzaifa",
    "Aisha Fatima Zainab Maryam Khadija Amina Hafsa Sumaya Ayesha Zara Hana Safa Inaya Anaya"
    " Aaliyah Mariam Noor Sana Iqra Aleena Eshal Haniya Ruqayyah Sara Saima Nadia Shazia Rabia"
    " Bushra Samina Farah Nazia Uzma Kiran Sobia Rukhsana Tahira Mehreen Alishba Laiba Hira"
    " Anum Javeria Priya Simran Anjali Diya Riya Kavita Jasleen Harleen Navneet Sunita Meera"
    " Yasmin Parveen Naseem Shabnam Tasneem Zahra Asiya Halima Safiyya Amna Faiza Nimra Rimsha"
    " Sidra Tayyaba Zoya Mahnoor",
    "Khan Hussain Ahmed Ali Akhtar Mahmood Begum Iqbal Malik Shah Mirza Rehman Hussein Bibi"
    " Kaur Singh Patel Butt Chaudhry Chowdhury Miah Raja Rafiq Rashid Saleem Aslam Ashraf"
    " Bashir Sharif Javed Qureshi Siddiqui Ansari Sheikh Shaikh Khatun Uddin Rahman Islam"
    " Hassan Mughal Awan Bhatti Dar Gill Sandhu Dhillon Sidhu Sharma Gupta Mistry Parmar Zaman"
    " Yousaf Yaqoob Tariq Nawaz Riaz Sadiq Ghani Haq Latif Majid Nazir Qadir Rauf Sarwar Tahir"
    " Younis Zafar Arshad Anwar Azam Aziz Hanif",
    "Ab Akh Al Am Ar As Az Bah Dil Far Ghul Hab Has Im Jab Kar Lat Mah Muz Naz Niz Pir Qas"
    " Rah Saf Sal Sham Taj Was Zul",
    "ullah uddin mood een war eed oor ani ari azi ood an am awi ji pal want jit inder",
)
EASTERN_EUROPEAN = _kind(
    10,
    "Jakub Kacper Szymon Filip Antoni Jan Michał Wojciech Mateusz Bartosz Dawid Adrian Oskar"
    " Igor Krzysztof Łukasz Paweł Piotr Tomasz Marek Andrzej Nikodem Aleksander Dominik Patryk"
    " Kamil Maciej Tomáš Lukáš Ondřej Matej Jozef Milan Dušan Štefan Ľuboš Ivan Dmytro"
    " Oleksandr Andriy Bohdan Vasyl Mihai Andrei Ionuț Ștefan Florin Gabriel Matas Lukas Jonas"
    " Dovydas Artūrs Roberts László",
    "Zuzanna Julia Maja Zofia Hanna Lena Alicja Katarzyna Agnieszka Magdalena Małgorzata"
    " Aleksandra Natalia Wiktoria Oliwia Amelia Nikola Kinga Weronika Paulina Karolina Joanna"
    " Ewa Monika Dorota Iwona Jadwiga Nela Tereza Kristína Zuzana Veronika Lucia Ľudmila Jana"
    " Oksana Olena Iryna Nataliya Yuliia Kateryna Andreea Ioana Elena Mădălina Gabija Emilija"
    " Austėja Ieva Līga Zsófia Réka",
    "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański"
    " Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski Krawczyk Piotrowski Grabowski"
    " Horváth Kováč Varga Tóth Balog Gaži Oláh Popescu Ionescu Popa Radu Dumitru Shevchenko"
    " Kovalenko Bondarenko Tkachenko Melnyk Kravchenko Novák Dvořák Kazlauskas Jankauskas"
    " Petrauskas Bērziņš Ozols Szabó",
    "Gór Brzez Wiśn Jabłoń Sosn Dęb Kamień Zawad Rog Zaj Maj Sob Bor Pol Krup Sad Mal Now"
    " Star Kos Brod Lip Olsz Topol Wierzb Wron Cichoń Biel Czarn Rud",
    "ski ska cki cka owski owska ewicz owicz czyk ak ek enko uk escu eanu ov ová ic nik",
)
AFRICAN = _kind(
    8,
    "Emmanuel David Samuel Daniel Abdi Abdirahman Yusuf Mohamud Ahmed Oluwaseun Oluwatobi"
    " Chukwuemeka Chinedu Kwame Kofi Kwabena Yaw Tendai Tatenda Tinashe Farai Kudakwashe Dawit"
    " Yonas Biniam Samson Jean-Pierre Christian Olivier Patrick Blessing Obinna Ifeanyi Tunde"
    " Femi Ayodele Ebrima Lamin Ousmane Mamadou Amadou Sékou",
    "Precious Blessing Esther Grace Ruth Fatou Hodan Ifrah Hamdi Amaal Oluwaseyi Temitope"
    " Ngozi Chioma Adaeze Ifeoma Akosua Abena Ama Efua Tariro Rutendo Nyasha Rudo Chipo Selam"
    " Hiwot Rahel Bethlehem Divine Merveille Gloire Naomi Mariama Aminata Khadijatou Isatou"
    " Awa Adama Bintou",
    "Adeyemi Okafor Mensah Osei Boateng Owusu Okeke Adebayo Nwosu Eze Moyo Ncube Sibanda"
    " Ndlovu Mutasa Chikwanha Tesfay Ghebremedhin Haile Warsame Farah Hersi Jama Abdi Nur"
    " Ceesay Jallow Diallo Camara Touré Koné Traoré Kabongo Mukendi Ilunga Mbuyi Nkosi Dlamini"
    " Asante Appiah",
    "Ade Olu Oko Nwa Chi Oba Ama Ku Ma Nya Mu Tsi Ka Ba Di Fo",
    "yemi wale bode dele chukwu nna mba kwe poku tunji ola ngwe dza rira sanya fo",
)
KINDS = (BRITISH, SOUTH_ASIAN, EASTERN_EUROPEAN, AFRICAN)

# Another way the same sound is spelt: what a caller says and a screener writes down.
SPELT = {
    "Mohammed": "Muhammad", "Muhammad": "Mohamed", "Mohammad": "Mohamed", "Mohamed": "Mohammed",
    "Aisha": "Ayesha", "Ayesha": "Aisha", "Fatima": "Fatimah", "Zainab": "Zaynab",
    "Maryam": "Mariam", "Mariam": "Maryam", "Khadija": "Khadeeja", "Yusuf": "Yousuf",
    "Hussain": "Husain", "Hussein": "Hussain", "Ahmed": "Ahmad", "Akhtar": "Aktar",
    "Rehman": "Rahman", "Chaudhry": "Choudhary", "Chowdhury": "Choudhury", "Sheikh": "Shaikh",
    "Iqbal": "Eqbal", "Saleem": "Salim", "Javed": "Javaid", "Qureshi": "Kureshi", "Zain": "Zayn",
    "Hassan": "Hasan", "Noor": "Nur", "Usman": "Uthman", "Kowalski": "Kowalsky",
    "Zuzanna": "Suzanna", "Wiktoria": "Viktoria", "Wiśniewski": "Vishniefski", "Oskar": "Oscar",
    "Filip": "Philip", "Zofia": "Sofia", "Kacper": "Kasper", "Katarzyna": "Katarzina",
    "Smith": "Smyth", "Taylor": "Tayler", "Clarke": "Clark", "Davies": "Davis",
    "Thompson": "Thomson", "Walsh": "Welsh", "O'Neill": "O'Neil", "Sophie": "Sofie",
    "Chloe": "Khloe", "Isabella": "Izabella", "Jayden": "Jaden", "Callum": "Calum",
    "Connor": "Conor", "Reece": "Rhys", "Rhys": "Reece", "Siân": "Shan", "Niamh": "Niam",
    "Caitlín": "Katelyn", "Whitaker": "Whittaker", "Nicola": "Nikola", "Touré": "Tooray",
    "Okafor": "Okafour", "Mensah": "Mensa", "Boateng": "Boatang", "Adeyemi": "Adeyemy",
}  # fmt: skip

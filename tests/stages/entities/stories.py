"""Small stories of our own invention for merging and keeping apart. Those in `HELD` were written before the rules and not looked at
until the first measure of them was taken: 24 of 32 before the rules, 26 with them.

`one` lists words that mean one thing, `apart` words that mean different things; "words@1" are those of the second report only.
"""

from typing import NamedTuple


class Told(NamedTuple):
    name: str
    reports: tuple[str, ...]
    one: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()


DEVELOPED: tuple[Told, ...] = (
    Told(
        "transliterations",
        (
            "General Yevgeniy Tchaikin resigned on Monday. Tchaikin gave no reason.",
            "Gen. Evgeny Chaykin has resigned, his office said.",
        ),
        one=(("Yevgeniy Tchaikin", "Tchaikin", "Evgeny Chaykin"),),
    ),
    Told(
        "initials",
        (
            "Minister R. J. Halloway opened the bridge on Friday.",
            "Robert Halloway, the minister, opened a new bridge. Halloway said it was overdue.",
        ),
        one=(("R. J. Halloway", "Robert Halloway", "Halloway"),),
    ),
    Told(
        "middle name",
        ("Police named the driver as Daniel Mark Osgood.", "Daniel Osgood, 31, was driving the van, police said."),
        one=(("Daniel Mark Osgood", "Daniel Osgood"),),
    ),
    Told(
        "junior and senior",
        ("Frank Deller Jr. was elected mayor on Tuesday. His father, Frank Deller Sr., held the post for ten years.",),
        apart=(("Frank Deller Jr.", "Frank Deller Sr."),),
    ),
    Told(
        "married name",
        (
            "Anna Whitlow Grange won the award. Grange thanked her editor.",
            "Anna Grange won the award for her third book.",
        ),
        one=(("Anna Whitlow Grange", "Anna Grange"),),
    ),
    Told(
        "two bearers of a surname",
        (
            "Maria Ottley and her brother Peter Ottley were hurt. Maria Ottley was taken to hospital. Ottley, 34, is in a stable condition, her sister said.",
        ),
        apart=(("Maria Ottley", "Peter Ottley"),),
    ),
    Told(
        "father and son",
        (
            "Prosecutors charged Viktor Lanin on Monday. His son, Oleg Lanin, was released.",
            "Viktor Lanin denies the charges. Oleg Lanin left the country.",
        ),
        one=(("Viktor Lanin@0", "Viktor Lanin@1"), ("Oleg Lanin@0", "Oleg Lanin@1")),
        apart=(("Viktor Lanin", "Oleg Lanin"),),
    ),
    Told(
        "namesakes in two reports",
        (
            "Senator James Corley of Ohio voted against the bill. Corley said it was too dear.",
            "Striker Luke Corley scored twice for Wigan. Corley was named man of the match.",
        ),
        one=(("James Corley", "Corley@0"), ("Luke Corley", "Corley@1")),
        apart=(("James Corley", "Luke Corley"), ("Corley@0", "Corley@1")),
    ),
    Told(
        "title and surname",
        (
            "Sgt. Tom Abbery spoke to reporters. Abbery said two men were held.",
            "Sergeant Abbery said two men had been arrested.",
        ),
        one=(("Tom Abbery", "Abbery@0", "Abbery@1"),),
    ),
    Told(
        "title that tells two apart",
        (
            "President Elena Marsh met Senator Paul Marsh on Friday. President Marsh offered talks. Senator Marsh refused.",
        ),
        apart=(("Elena Marsh", "Paul Marsh"),),
    ),
    Told(
        "role alone",
        ("Mayor Judith Kemble closed the beach on Sunday. The mayor said it would open again in a week.",),
        one=(("Judith Kemble", "mayor"),),
    ),
    Told(
        "acronym without definition",
        (
            "The Baltic Fisheries Inspectorate fined two crews.",
            "The BFI fined two crews on Monday. The BFI said more would follow. Staff of the Baltic Fisheries Inspectorate boarded both boats.",
        ),
        one=(("Baltic Fisheries Inspectorate@0", "BFI"),),
        kinds=(("BFI", "organisation"),),
    ),
    Told(
        "acronym defined twice",
        ("The Port Workers Union (PWU) called a strike.", "The People's Welfare Union (PWU) opened a kitchen."),
        apart=(("Port Workers Union", "People's Welfare Union"),),
    ),
    Told(
        "ministry and its office",
        (
            "The Interior Ministry denied the report. The press office of the Interior Ministry gave no details.",
            "The Interior Ministry press office said nobody was hurt.",
        ),
        one=(("Interior Ministry@0",),),
        apart=(("Interior Ministry@0", "Interior Ministry press office@1"),),
    ),
    Told(
        "party and youth wing",
        ("The Green Dawn Party won nine seats. The Green Dawn Party Youth marched in Lyon.",),
        apart=(("Green Dawn Party", "Green Dawn Party Youth"),),
    ),
    Told(
        "city and its team",
        ("Leeds was calm on Saturday. Leeds United beat Wigan Athletic. Fans of Leeds United left early.",),
        one=(("Leeds United",),),
        apart=(("Leeds", "Leeds United"), ("Wigan", "Wigan Athletic")),
        kinds=(("Leeds United", "organisation"), ("Leeds", "place")),
    ),
    Told(
        "city and its university",
        ("Students of the University of Turin marched through Turin. Turin University said classes would go on.",),
        one=(("University of Turin", "Turin University"),),
        apart=(("Turin", "Turin University"),),
    ),
    Told(
        "man and city of one name",
        ("Austin Pell was arrested in Austin on Friday. Pell appeared in court in Austin on Monday.",),
        one=(("Austin Pell", "Pell"),),
        apart=(("Austin Pell", "Austin"),),
        kinds=(("Austin", "place"), ("Austin Pell", "person")),
    ),
    Told(
        "two councils",
        (
            "The National Defence Council met on Monday. The National Council met on Tuesday. The Regional Defence Council meets in May.",
        ),
        apart=(
            ("National Defence Council", "National Council"),
            ("National Defence Council", "Regional Defence Council"),
        ),
    ),
    Told(
        "bank of",
        (
            "The Bank of Lithuania raised rates.",
            "Lithuania's central bank raised rates. The Lithuanian Bank said inflation was high. The Bank of Lithuania sees growth.",
        ),
        one=(("Bank of Lithuania@0", "Bank of Lithuania@1"),),
        kinds=(("Bank of Lithuania", "organisation"),),
    ),
    Told(
        "capitals",
        (
            "MINISTER HENRIK SOLBERG RESIGNS\n\nHenrik Solberg resigned on Monday. Solberg had been a minister for six years.",
            "Solberg quit after a row with Henrik Solberg's own party.",
        ),
        one=(("HENRIK SOLBERG", "Henrik Solberg@0", "Solberg@0"),),
    ),
    Told(
        "particles",
        (
            "Ursula von der Haide spoke in Bonn. Von der Haide asked for calm.",
            "Mrs. von der Haide asked for calm, and Haide's aides said talks went on.",
        ),
        one=(("Ursula von der Haide", "Von der Haide"),),
    ),
    Told(
        "al and el",
        (
            "Sheikh Khalid al-Marwan met envoys. Al-Marwan said a truce was near.",
            "Khaled Al Marwan met envoys from Jordan.",
        ),
        one=(("Khalid al-Marwan", "Al-Marwan", "Khaled Al Marwan"),),
    ),
    Told(
        "East Asian order",
        (
            "President Han Jong-min spoke in Seoul. Han said talks would go on.",
            "Jong-min Han, the president, said that talks go on.",
        ),
        one=(("Han Jong-min", "Han", "Jong-min Han"),),
    ),
    Told(
        "patronymic",
        (
            "Governor Pavel Andreyevich Zorin left office.",
            "Pavel Zorin left office on Monday. Zorin had been governor for ten years.",
        ),
        one=(("Pavel Andreyevich Zorin", "Pavel Zorin", "Zorin"),),
    ),
    Told(
        "patronymics apart",
        ("Ivan Petrovich Belov was sentenced. Ivan Sergeyevich Belov was acquitted.",),
        apart=(("Ivan Petrovich Belov", "Ivan Sergeyevich Belov"),),
    ),
    Told(
        "possessives",
        ("Carla Menning's lawyer spoke. Menning's trial opens in June. Menning is held in Hull.",),
        one=(("Carla Menning", "Menning"),),
    ),
    Told(
        "city police",
        ("Leeds police said three men were held. The West Yorkshire Police Service helped in Leeds.",),
        apart=(("Leeds", "West Yorkshire Police Service"),),
    ),
    Told(
        "given names apart",
        ("Jane Foley won the seat in Derby.", "John Foley won the seat in Leeds."),
        apart=(("Jane Foley", "John Foley"),),
    ),
    Told(
        "short forms",
        ("William Trask was chosen to lead the party. Trask is 60.", "Bill Trask was chosen as leader."),
        one=(("William Trask", "Bill Trask"),),
    ),
    Told(
        "accents and hyphens",
        ("Defence minister José Peña-Ruiz spoke in Lima. Peña-Ruiz left early.", "Jose Pena Ruiz spoke in Lima."),
        one=(("José Peña-Ruiz", "Peña-Ruiz", "Jose Pena Ruiz"),),
    ),
    Told(
        "the ministry of another state",
        (
            "The Defence Ministry of Peru denied it.",
            "Chile's Defence Ministry said nothing.",
            "Peru's Ministry of Defense denied the claim.",
        ),
        one=(("Defence Ministry of Peru@0", "Ministry of Defense@2"),),
        apart=(("Defence Ministry of Peru@0", "Defence Ministry@1"),),
    ),
)

HELD: tuple[Told, ...] = (
    Told(
        "transliterations",
        (
            "Dzhamila Akhmetzhanova was freed. Akhmetzhanova said she was well.",
            "Jamila Ahmetjanova was freed on Sunday.",
        ),
        one=(("Dzhamila Akhmetzhanova", "Akhmetzhanova", "Jamila Ahmetjanova"),),
    ),
    Told(
        "initials",
        (
            "Judge P. Q. Somerby ruled for the miners.",
            "Judge Philip Somerby ruled for the miners. Somerby said the law was clear.",
        ),
        one=(("P. Q. Somerby", "Philip Somerby", "Somerby"),),
    ),
    Told(
        "middle name",
        ("The victim was Laura Beth Tindall, 29.", "Laura Tindall was a nurse. Tindall had two sons."),
        one=(("Laura Beth Tindall", "Laura Tindall", "Tindall"),),
    ),
    Told(
        "junior and senior",
        ("George Alder Sr. founded the firm. George Alder Jr. sold it in May.",),
        apart=(("George Alder Sr.", "George Alder Jr."),),
    ),
    Told(
        "married name",
        (
            "Helen Birch Calloway left the board. Calloway had led it for years.",
            "Helen Calloway left the board on Friday.",
        ),
        one=(("Helen Birch Calloway", "Helen Calloway"),),
    ),
    Told(
        "two bearers of a surname",
        ("Nadia Ferrow was found dead. Her husband, Colin Ferrow, was held. Colin Ferrow denies it.",),
        apart=(("Nadia Ferrow", "Colin Ferrow"),),
    ),
    Told(
        "father and son",
        (
            "King Aldric Thorne handed over to his son, Prince Edmund Thorne, on Monday.",
            "Edmund Thorne was crowned. Aldric Thorne looked on.",
        ),
        one=(("Aldric Thorne@0", "Aldric Thorne@1"), ("Edmund Thorne@0", "Edmund Thorne@1")),
        apart=(("Aldric Thorne", "Edmund Thorne"),),
    ),
    Told(
        "namesakes in two reports",
        (
            "Coach Brian Medlow left the club. Medlow had won two cups.",
            "Mayor Susan Medlow opened the hall. Medlow cut a ribbon.",
        ),
        one=(("Brian Medlow", "Medlow@0"), ("Susan Medlow", "Medlow@1")),
        apart=(("Brian Medlow", "Susan Medlow"),),
    ),
    Told(
        "title and surname",
        (
            "Chief Inspector Rachel Yarrow spoke. Yarrow said a knife was found.",
            "Inspector Yarrow said a knife was found in the river.",
        ),
        one=(("Rachel Yarrow", "Yarrow@0", "Yarrow@1"),),
    ),
    Told(
        "title that tells two apart",
        ("Governor Alan Reese met Sheriff Dale Reese on Friday. Governor Reese praised the deputies.",),
        apart=(("Alan Reese", "Dale Reese"),),
    ),
    Told(
        "role alone",
        (
            "Harbour master and former commander Ivo Lund spoke on Friday. The former commander said the ships were safe.",
        ),
        one=(("Ivo Lund", "former commander"),),
    ),
    Told(
        "acronym without definition",
        (
            "The National Seismic Observatory recorded a tremor.",
            "The NSO recorded a tremor at dawn. The National Seismic Observatory said it was weak.",
        ),
        one=(("National Seismic Observatory@0", "NSO"),),
    ),
    Told(
        "acronym defined twice",
        ("The Rural Teachers League (RTL) walked out.", "The River Transport League (RTL) cut its fares."),
        apart=(("Rural Teachers League", "River Transport League"),),
    ),
    Told(
        "ministry and its office",
        ("The Health Ministry closed two wards. The Health Ministry Inspectorate had warned of mould.",),
        apart=(("Health Ministry", "Health Ministry Inspectorate"),),
    ),
    Told(
        "party and youth wing",
        ("The Workers Union Party lost the vote. The Workers Union Party Youth League blamed its leaders.",),
        apart=(("Workers Union Party", "Workers Union Party Youth League"),),
    ),
    Told(
        "city and its team",
        ("Snow fell in Bolton. Bolton Wanderers called off the match. Bolton Wanderers will play in March.",),
        apart=(("Bolton", "Bolton Wanderers"),),
        kinds=(("Bolton Wanderers", "organisation"),),
    ),
    Told(
        "city and its university",
        ("The University of Porto closed its labs. Porto University said the fire was out. Porto was quiet.",),
        one=(("University of Porto", "Porto University"),),
        apart=(("Porto", "Porto University"),),
    ),
    Told(
        "man and city of one name",
        ("Paris Hendry was born in Paris. Hendry left Paris at six.",),
        one=(("Paris Hendry", "Hendry"),),
        apart=(("Paris Hendry", "Paris"),),
        kinds=(("Paris", "place"), ("Paris Hendry", "person")),
    ),
    Told(
        "two councils",
        ("The State Security Council met. The State Council met later. The Collective State Council meets on Monday.",),
        apart=(("State Security Council", "State Council"), ("State Council", "Collective State Council")),
    ),
    Told(
        "bank of",
        (
            "The Bank of Estonia kept its rate. Bank of Estonia officials saw no need for a cut.",
            "The Bank of Estonia kept its rate at four.",
        ),
        one=(("Bank of Estonia@0", "Bank of Estonia@1"),),
        kinds=(("Bank of Estonia", "organisation"),),
    ),
    Told(
        "capitals",
        ("GOVERNOR LYDIA CROSS CHARGED\n\nGovernor Lydia Cross was charged on Friday. Cross denies it.",),
        one=(("LYDIA CROSS", "Lydia Cross", "Cross"),),
    ),
    Told(
        "particles",
        ("Ambassador Carlos de la Vara left Madrid. De la Vara gave no reason.", "Carlos de la Vara has left Madrid."),
        one=(("Carlos de la Vara@0", "De la Vara", "Carlos de la Vara@1"),),
    ),
    Told(
        "al and el",
        ("Minister Omar el-Tarif resigned. El-Tarif cited his health.", "Omar Al-Tarif resigned on Sunday."),
        one=(("Omar el-Tarif", "El-Tarif", "Omar Al-Tarif"),),
    ),
    Told(
        "East Asian order",
        (
            "Foreign Minister Park Soo-yeon left Seoul. Park is due back on Friday.",
            "Soo-yeon Park left Seoul, her office said.",
        ),
        one=(("Park Soo-yeon", "Park", "Soo-yeon Park"),),
    ),
    Told(
        "patronymic",
        ("Colonel Dmitry Olegovich Rudin was wounded.", "Dmitry Rudin was wounded on Monday. Rudin is in hospital."),
        one=(("Dmitry Olegovich Rudin", "Dmitry Rudin", "Rudin"),),
    ),
    Told(
        "patronymics apart",
        ("Sergei Ivanovich Kulik signed. Sergei Borisovich Kulik did not.",),
        apart=(("Sergei Ivanovich Kulik", "Sergei Borisovich Kulik"),),
    ),
    Told(
        "possessives",
        ("Tessa Crowhurst's home was searched. Crowhurst’s lawyer protested. Crowhurst was away.",),
        one=(("Tessa Crowhurst", "Crowhurst"),),
    ),
    Told(
        "city police",
        ("Police in Ghent held four men. The Ghent Police Department said they were armed. Ghent was calm.",),
        apart=(("Ghent", "Ghent Police Department"),),
        kinds=(("Ghent Police Department", "organisation"),),
    ),
    Told(
        "given names apart",
        ("Marcus Oakley was shot. Martin Oakley drove him to a clinic.",),
        apart=(("Marcus Oakley", "Martin Oakley"),),
    ),
    Told(
        "short forms",
        ("Robert Fenning won the race. Fenning is 22.", "Bob Fenning won the race on Sunday."),
        one=(("Robert Fenning", "Bob Fenning"),),
    ),
    Told(
        "accents and hyphens",
        ("Coach Zoë Brandt-Löw quit. Brandt-Löw had led the team.", "Zoe Brandt-Low quit on Monday."),
        one=(("Zoë Brandt-Löw", "Brandt-Löw", "Zoe Brandt-Low"),),
    ),
    Told(
        "the ministry of another state",
        (
            "Peru's Foreign Ministry protested.",
            "The Foreign Ministry of Chile was silent.",
            "The Peruvian Foreign Ministry protested.",
        ),
        one=(("Foreign Ministry@0", "Peruvian Foreign Ministry@2"),),
        apart=(("Foreign Ministry@0", "Foreign Ministry@1"),),
    ),
)

"""The words beside a name, by which it is told from a word, a month, a place or a grown-up."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set("mr mrs ms miss mx dr sir madam mister prof rev st")
"""A full stop after them ends no sentence."""
TITLED = _set(
    """
    st saint king queen prince princess lord lady port mount lake san santa duke miss sir madam mister
    """
)
"""In capitals, they say that no pupil comes after them."""
PEOPLE = _set(
    """
    mr mrs ms mx dr prof rev pc cllr coach nurse aunt auntie aunty uncle nan nana nanny gran granny grandma
    grandad grandpa stepdad stepmum dog cat puppy kitten hamster rabbit pony horse
    """
)
"""They say so in small letters, too: of grown-ups and of animals."""
PLACES = _set(
    """
    road street lane close avenue drive court crescent way terrace row square green gardens garden hill
    house cottage farm hall school academy college nursery primary secondary infants junior juniors centre
    center park church chapel hospital clinic surgery ward club library museum theatre gallery station
    bridge bay beach island wood woods field fields common cathedral castle hub building block wing suite
    room unit project trust foundation award cup city town united rovers rangers wanderers athletic albion
    county villa fc rfc afc wednesday university hotel cafe pool stadium forest valley zoo
    """
)
"""In capitals, they make the word before part of a place, a club, a prize."""
BUILDINGS = _set(
    """
    road street lane avenue school academy college park church hospital clinic club library museum theatre
    room house hall hub garden gardens farm cottage zoo pool
    """
)
"""In small letters, they do so to what is a word."""
AFTER_A_WORD = _set(
    """
    term terms holiday holidays half break group class team table zone house form club camp fair fete show
    exam exams mocks match trip visit project course day week service concert party play story book film
    song chart tree garden bush wreath chain bread oil juice tea painting badge badges bank
    """
)
"""Before them a word in capitals is the word: *Summer term*, *Paris trip*, *Carol service*."""
OF_A_PLACE = _set(
    """
    isle forest vale duke bay university port city lake house battle gulf mount county bishop ode
    """
)
"""With *of*: *Isle of*, *Forest of*."""
BEFORE_A_NOUN = _set("a an the my our your any no some each every this these those")
"""What comes after them is no name …"""
KIN = _set(
    """
    twins twin boy boys girl girls lad lads lass brothers sisters brother sister kids kid family lot
    siblings
    """
)
"""… but before these: *the Smith twins*."""
TIMES = _set("april may june july august january march october december summer autumn winter spring max")
"""What a figure may follow."""
DATES = _set(
    """
    in by since until till during over throughout early mid late last next this every each between end
    """
)
PART_OF = _set("end start beginning middle rest all most half week weeks month months part")
OF_A_TIME = _set("a an the when our too full busy hard difficult better tough good quiet")
"""*May was a hard month.*"""
LANDS = _set(
    """
    jordan paris chelsea india asia china austin florence georgia sydney skye london france kent devon
    lincoln preston chester israel ireland england britain america africa holland wales york verona savannah
    lancaster durham carlisle bristol bolton burton warwick stafford derby leeds oxford isla iona kenya
    """
)
TO_A_LAND = _set("in around across visited visiting visit supports through via")
TO_GO = _set(
    """
    trip holiday holidays went go going goes flew fly flying travel travelled moved moving move back return
    returned came comes come arrived visiting visit family cousin cousins nan uncle aunt relatives
    originally
    """
)
AWAY = _set(
    """
    away apart separate separated far space distance hit stolen taken notes text texts message messages
    copied copy copying letter letters card help
    """
)
"""Before *from*, they say that a person comes."""
COLOURS = _set("red amber green blue yellow")
OF_COLOURS = _set("zone zones rag card cards")
BELIEFS = _set("sikh muslim hindu jewish buddhist islam belief beliefs faith values religion religions re")
SUBJECTS = _set(
    """
    art english french german spanish maths science history geography music drama re pe it dt law monday
    tuesday wednesday thursday friday saturday sunday year yr
    """
)
"""Of lessons, and days."""
OF_LESSONS = _set(
    """
    subject lesson lessons homework test exam exams set grade teacher best favourite gcse coursework
    """
)
ALWAYS_SMALL = _set("the a an and of to in with at for on is was his her my their")
PRONOUNS = _set("i he she they we you it who")
NO_SURNAMES = (
    SUBJECTS | ALWAYS_SMALL | PRONOUNS | TITLES | _set("mum dad if when but so then today not again")
)
"""Words in capitals that go on with no name."""
SUBJECT = _set("i he she they")
VERBS = _set("will may mark hope chase grant bill rose drew pat rob nick josh wade grace pray")
"""Names that are verbs."""
WITH = _set("with w near beside alongside told asked")
"""A person comes after them."""
BESIDE = _set(
    """
    with w near beside by alongside opposite against told tell asked ask hit next between behind from to put
    """
)
"""Or may come."""
DOES = _set(
    """
    is isnt was wasnt has hasnt had hadnt can cant could couldnt would wouldnt should shouldnt must does
    doesnt did didnt wont walks talks plays works seems starts tries shares looks lives joins laughs shouts
    calls pushes kicks said says told tells gave gives took takes threw throws lent lends sat sits came
    comes went goes got gets made makes kept keeps left leaves ran runs hit hits knew knows thought thinks
    felt feels stood stands spoke speaks wrote writes found finds sent sends won lost brought broke began
    chose drew fell swore stole spat hid held led let read rode sang shook tore wants needs likes helps asks
    also who whos were will may might
    """
)
"""What a person at the beginning of a sentence does: *Grace sits*, *Mark was*."""
DOES_AS_A_VERB_GOES_ON = _set("read let hit left led also held")
"""*Will hit* may go on from a verb."""
TO_DO = _set(
    """
    be sit help work join swap move come go lead read walk share stay stop take bring have keep partner
    """
)
"""*Grace to sit …*"""
OBJECTS = _set("him her them me us his their the a an it everyone people behind beside near next")
"""*Grace helps her.*"""
OTHERS = _set("he him she her they them his two three four another others some friends co")
"""*Grace and her …*"""
NAMES_OF_THREE = _set("max may joy art pat rob ray jay kit guy amy eve ivy dot sue mo al ed bea lee nan")
AMONG_PUPILS = _set(
    """
    lunch break breaktime playground play playing played plays seat sat sit sits sitting table desk lesson
    lessons class corridor bus queue fight friend friends mate mates partner partnered paired pair group
    football netball chat chatting beside argued argument fell row hitting kicked pushed copy copied maths
    pe french locker
    """
)
AMONG_ADULTS = _set(
    """
    mum dad mother father mam parent parents carer home house phone phoned rang call called email emailed
    meeting met spoke agreed nan gran grandad weekend contact mentor support staff sister brother uncle aunt
    """
)
NOBODYS_INITIALS = _set(
    """
    ta ht dt pe re it ap ep ot sl pc gp tv sw la vp cp dh ah hm ce me ew eh pp fs ks cc bt sc iq pr am pm ok
    uk us eu aa ss rp st as ms mr dr id ct ps xl ls so he we my do go no or
    """
)
"""Two capitals that are a post, a subject or a word."""
IN_TITLES = (
    PLACES
    | BUILDINGS
    | AFTER_A_WORD
    | NO_SURNAMES
    | TITLED
    | PEOPLE
    | LANDS
    | TIMES
    | COLOURS
    | _set(
        """
        learning educational education family social speech language mental health children childrens
        young year form head deputy assistant teacher teaching support services service team therapy
        therapist psychologist officer worker mentor mentoring pastoral safeguarding attendance inclusion
        behaviour special school schools virtual council local early help camhs senco governors police
        community youth national star action lego zones food design physical religious computer world big
        black white new north south east west great royal british red harry potter taylor swift minecraft
        roblox google word miss first
        """
    )
)
"""Words in capitals that make no child's name of the one beside."""

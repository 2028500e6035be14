"""The words beside a name, by which it is told from a word, a month, a place or a grown-up."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set("mr mrs ms miss mx dr sir madam mister prof rev st")
"""A full stop after them ends no sentence."""
TITLED = _set(
    """
    st saint king queen prince princess lord lady port mount lake san santa duke miss sir madam mister captain
    postman fireman farmer burger team old big mad
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
THINGS = _set(
    """
    academy afc albion alert assembly athletic avenue award badge badges bank bay beach block book boots box
    bread break bridge building bush cafe cake camp card cards castle cathedral center centre chain chapel
    chart church city class clinic club college common competition concert cottage county course court
    crescent cup day exam exams fair fan farm fc fete field fields film forest form foundation gallery garden
    gardens green group half hall hill holiday holidays hoodie hospital hotel house hub infants island juice
    junior juniors kit lane library match mocks museum nursery oil page painting park party play pool poster
    primary project rangers rfc road room rovers school secondary service shirt show song square stadium
    station story street suite surgery table tea team term terms terrace theatre topic town trainers tree trip
    trust unit united university valley villa visit wanderers ward wednesday week wellies wing wood woods
    wreath zone zoo
    """
)
"""They make the word before part of a place, a club, a prize, an event: *Summer term*, *Paris trip*."""
OF_A_PLACE = _set(
    """
    isle forest vale duke bay university port city lake house battle gulf mount county bishop ode map flag
    capital history people coast north south east west book story tale gospel legend diary order river rivers
    """
)
"""With *of*: *Isle of*, *Forest of*."""
BEFORE_A_THING = _set("in read reading learn learning learned learnt word words")
"""What comes after them is a place, a book, a language; but one *confides in* a person."""
ROLES = _set("dressed cast role stars costume character acted auditioned")
"""With *as*, they say who is played."""
BEFORE_A_NOUN = _set("a an the my our your his their any no some each every this these those")
"""What comes after them is no name …"""
KIN = _set(
    """
    twins twin boy boys girl girls lad lads lass brothers sisters brother sister kids kid family lot siblings
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
    jordan paris chelsea india asia china austin florence georgia sydney skye london france kent devon lincoln
    preston chester israel ireland england britain america africa holland wales york verona savannah lancaster
    durham carlisle bristol bolton burton warwick stafford derby leeds oxford isla iona kenya
    """
)
TO_A_LAND = _set("watched watch in around across visited visiting visit supports through via")
TO_GO = _set(
    """
    trip holiday holidays went go going goes flew fly flying travel travelled moved moving move back return
    returned came comes come arrived visiting visit family cousin cousins nan uncle aunt relatives originally
    """
)
AWAY = _set(
    """
    away apart separate separated far space distance hit stolen taken notes text texts message messages copied
    copy copying letter letters card help lift gift present hug confide confides confided confiding trust
    trusts interest interested disappointed
    """
)
"""Before *from* and *in*, they say that a person comes."""
SUBJECTS = _set(
    """
    art english french german spanish maths science history geography music drama re pe it dt law monday
    tuesday wednesday thursday friday saturday sunday year yr
    """
)
"""Of lessons, and days."""
_COLOURS = _set("red amber green blue yellow")
_VIRTUES = _set("hope faith joy grace mercy patience charity harmony honour will")
KINDS = (
    (_COLOURS, _COLOURS | _set("zone zones rag card cards alert")),
    (_VIRTUES, _set("respect love peace kindness courage trust sadness anger fear determination emotions")),
    (
        _set("christian"),
        _set("sikh muslim hindu jewish buddhist islam belief beliefs values religion religions re"),
    ),
    (
        SUBJECTS,
        _set(
            "subject lesson lessons homework test exam exams set grade teacher best favourite gcse coursework"
        ),
    ),
)
"""Words that mean a thing, with the words beside which they do."""
ALWAYS_SMALL = _set(
    """
    the a an and of to in with at for on is was his her my their are as be but by do had has if no not now off
    or our out own pa so us use
    """
)
PRONOUNS = _set("i he she they we you it who him them us me")
NEVER_NAMES = ALWAYS_SMALL | PRONOUNS | _set("day way")
"""Too common as words to be a name alone."""
NO_SURNAMES = (
    SUBJECTS | ALWAYS_SMALL | PRONOUNS | TITLES | _set("mum dad if when but so then today not again")
)
"""Words in capitals that go on with no name."""
VERBS = _set("will may mark hope chase grant bill rose drew pat rob nick josh wade grace pray")
"""Names that are verbs."""
WITH = _set(
    "with w near beside alongside against opposite told tell asked ask hit helped pushed kicked blames blamed"
)
"""A person comes after them."""
BESIDE = WITH | _set("by next between behind from to put let")
"""Or may come."""
DOES = _set(
    """
    is lied picks isnt was wasnt has hasnt had hadnt can cant could couldnt would wouldnt should shouldnt must
    does doesnt did didnt wont walks talks plays works seems starts tries shares looks lives joins laughs
    shouts calls pushes kicks said says told tells gave gives took takes threw throws lent lends sat sits came
    comes went goes got gets made makes kept keeps left leaves ran runs hit hits knew knows thought thinks
    felt feels stood stands spoke speaks wrote writes found finds sent sends won lost brought broke began
    chose drew fell swore stole spat hid held led let read rode sang shook tore wants needs likes helps asks
    also who whos were will may might
    """
)
"""What a person at the beginning of a sentence does: *Grace sits*, *Mark was*."""
DOES_AS_A_VERB_GOES_ON = _set("read let left led held")
"""*Will hit* may go on from a verb."""
TO_DO = _set(
    """
    be sit help work join swap move come go lead read walk share stay stop take bring have keep partner
    """
)
"""*Grace to sit …*"""
ADVERBS = _set("never always often also just still then now already")
"""Before what a person does, as words in *-ly*."""
OBJECTS = _set("him her them me us his their the a an it everyone people behind beside near next")
"""*Grace helps her.*"""
OTHERS = _set("he him she her they them his two three four another others some friends co")
"""*Grace and her …*"""
AMONG_PUPILS = _set(
    """
    lunch break breaktime playground play playing played plays seat sat sit sits sitting table desk lesson
    lessons class corridor bus queue fight friend friends mate mates partner partnered paired pair group
    football netball chat chatting beside argued argument fell row hitting kicked pushed copy copied maths pe
    french locker
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
NO_TITLES = (NO_SURNAMES - TITLES) | PEOPLE | KIN
"""Words in capitals that begin no title of a book."""
IN_TITLES = (
    THINGS
    | NO_SURNAMES
    | TITLED
    | PEOPLE
    | LANDS
    | TIMES
    | _COLOURS
    | _set(
        """
        close drive way row learning educational education family social speech language mental health
        children childrens young head deputy assistant teacher teaching support services therapy therapist
        psychologist officer worker mentor mentoring pastoral safeguarding attendance inclusion behaviour
        special schools virtual council local early help camhs senco governors police community youth national
        star action lego zones food design physical religious computer world black white new north south east
        west great royal british harry potter taylor swift minecraft roblox google word first
        """
    )
)
"""Words in capitals that make no child's name of the one beside."""

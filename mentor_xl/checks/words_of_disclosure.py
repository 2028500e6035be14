"""Which words may tell what was done to a child, or what a child fears? Patterns, in small letters.

Each begins with a letter, or with a group of words that do; wide on purpose.
"""

FAMILY = (
    r"(?:(?:step|half|foster)[- ]?)?"
    r"(?:mum|mam|mother|dad|father|brother|sister|uncle|aunt|carer|parent|cousin|nan|gran\w*)s?"
)
_SOMEBODY = (
    r"(?:him|me|them|us|the (?:child|baby)|her(?! (?:target|goal|best|stride)s?\b)"
    rf"|(?:his|her|my|their) {FAMILY})"
)

_HARM = (
    "hits?", "hitting", "beats?", "beaten", "beating", "hurts?", "hurting", "punch(?:e[sd]|ing)?",
    "kick(?:s|ed|ing)?", "slap(?:s|ped|ping)?", "smack(?:s|ed|ing)?", "chok(?:e[sd]?|ing)",
    "burn(?:s|t|ed|ing)?", "threaten(?:s|ed|ing)?", "touch(?:e[sd]|ing)",
)  # fmt: skip
_AT_PLAY = (
    r"(?! (?:at (?!home\b|night\b)|in (?:the|a|our) (?:race|match|final|game|quiz|relay|heats?|competition)\b"
    r"|to (?:it\b|the (?:door|line|front|ball|post|finish|table)\b)|by (?:one|two|three|a |an |accident)"
    r"|on points\b|that\b|out of\b|with kindness\b))"
)
"""What follows where nobody was hurt: he beat me at chess; it hurt her that nobody came."""
_FEAR = ("scared", "afraid", "frightened", "terrified")
DISCLOSED = (
    # what a note calls it
    r"disclos\w+",
    r"abus(?:e[ds]?(?! of (?:power|trust|authority)\b)|ing|ive|er)",
    r"neglect(?!(?:s|ed|ing)? (?:his|her|their|the) \w*(?:book|homework|reading|spelling|work|revision))\w*",
    r"domestic (?:violence|abuse)",
    r"exploit(?:ed|ation|ing)",
    r"radicali[sz]\w*",
    r"traffick\w*",
    r"county lines",
    r"gang (?:crime|involve\w*)",
    r"knife (?:crime|involve\w*)",
    r"forced marriage",
    r"fgm",
    r"honour[- ]based",
    # what was done to a child; he beat me at chess is another thing
    *(rf"{harm} {_SOMEBODY}{_AT_PLAY}" for harm in _HARM),
    rf"lock(?:s|ed) {_SOMEBODY} (?:in|out)",
    rf"thr(?:ows?|ew|own) (?:things|something) at {_SOMEBODY}",
    r"assault(?!s? courses?\b)\w*",
    r"strangl\w*",
    r"bruis(?:e[sd]?|ing)(?! (?:banana|apple|fruit|ego|peach|pear)s?\b)",
    r"black eye",
    r"molest\w*",
    r"rap(?:ed?(?! (?:seed|field|oil)s?\b)|ing|ist)",
    r"sexual(?! (?:health|reproduction)\b)\w*",
    r"sext(?:s|ed|ing)",
    r"(?:sen[dt]|shar(?:ed?|ing)|ask(?:s|ed)? (?:him|her|them|me)? ?for|pictures?|photos?|of) (?:a )?nudes?",
    r"incest",
    r"(?:been|being|was|is|were|online) groom(?:ed|ing)",
    r"groom(?:ed|ing) (?:him|her|them|online|by)",
    # what a child does or fears
    r"self[- ]?harm(?! (?:awareness|assembly|lesson|policy|training)\b)\w*",
    r"suicid(?!e squad\b)\w*",
    r"overdos\w*",
    r"kill (?:him|her|my|them)sel\w+",
    r"cut(?:s|ting)? (?:him|her|my|them)sel\w+(?! (?:shaving|some|off)\b)",
    r"want(?:s|ed)? to die",
    (
        r"(?:carr(?:y|ies|ied|ying)|brought|brings?|bringing|has|had|hid) a (?:knife(?! and fork)"
        r"|blade(?! of)|weapon|machete)"
    ),
    # hurt by somebody, told in other words
    (
        rf"(?:push|shov|drag|thr[eo]w|shak|shook|slamm|pinn)\w* {_SOMEBODY} (?:down|against|across|into "
        r"(?:the|a))"
    ),
    rf"grabb\w* {_SOMEBODY} by (?:the |his |her |their |my )?(?:throat|neck|hair|arm)",
    rf"(?:whack|thump|wallop|clout|batter|headbutt|throttl)(?:e?[sd]|ed|ing)? {_SOMEBODY}",
    rf"g[ai]v(?:e|es|en|ing) {_SOMEBODY} (?:a )?(?:good )?(?:hiding|beating|slap(?!-)|smack|backhander)",
    (
        r"(?<!pen )(?<!ink )(?<!paint )(?<!chalk )(?:marks?|cuts?|scars?|burns?|welts?) (?:all )?(?:on|up"
        r"|down|along|across|over|to) "
        r"(?:both |the |one )?(?:his |her |their |my )?(?:arms?|wrists?|legs?|thighs?|face|cheeks?|neck|back"
        r"|body)"
    ),
    r"(?:arms?|wrists?|thighs?) (?:is |are |was |were |all )?(?:cut|scarred|marked|burnt)",
    r"cigarette burns?",
    (
        r"burn(?:s|t|ed|ing)? (?:him|her|my|them)sel\w+(?! on (?:the|a) (?:glue|iron|oven|hob|kettle|toaster"
        r"|pan)\b)"
    ),
    r"(?:been|is|was|started|keeps?) cutting(?= (?:again|at night)\b| ?[.;!]|$)",
    r"smash(?:es|ed|ing)? (?:up )?(?:the|our|her|his) (?:house|home|flat)",
    r"police (?:came|come|were called|were) (?:to|at|round) (?:the|our|his|her|their) (?:house|home|flat)",
    # touch, pictures, strangers
    r"(?:private parts?|penis|naked|porn\w*)",
    r"being (?:hit|beaten|hurt|slapped|kicked)(?! (?:by a|at)\b)",
    (
        r"(?:slept (?:in the (?:car|park|street)|rough|outside)|steals? food|never gets? any (?:breakfast"
        r"|dinner|tea|food))"
    ),
    r"(?:comes?|came|gets?|got|climb\w*) (?:in ?to|in) (?:my|his|her|their) (?:bed\b|room at night)",
    r"mak(?:e|es|ing) (?:me|him|her|them) sit on (?:his|her|their) (?:knee|lap)",
    r"watch(?:es|ed|ing)? (?:me|him|her|them) (?:in the (?:shower|bath)|undress\w*|get(?:ting)? changed)",
    r"(?:pictures?|photos?|videos?) of (?:my|his|her|their) body",
    (
        r"(?:man|woman|adult|stranger(?! danger)|older (?:boy|lad|boyfriend"
        r"|girlfriend))\b[^.]{0,40}\b(?:online|in (?:his|her|their) car|wants? to meet|buys? (?:him|her|them"
        r"|me))"
    ),
    r"boyfriend (?:of|who is|is) (?:1[89]|[2-9]\d)",
    (
        r"(?:she|i)(?: (?:thinks?|says?|said)(?: that)? (?:she|i))? (?:is|was|may be|might be|could be"
        r"|am) pregnant"
    ),
    # crime that uses children, and extremism
    (
        r"(?:carr(?:y|ies|ied|ying)|holds?|runs?|running|deliver\w*|sells?|selling|deal(?:s|ing)?) (?:drugs?"
        r"|weed|cannabis)"
    ),
    r"in a gang",
    r"(?:go(?:es|ne)?|went|been|reported) missing (?:overnight|all night|from home|at night)",
    r"r[au]n away from home",
    r"bomb[- ]making",
    r"(?:taken|taking|sent|sending|going) (?:him |her |them |me )?abroad to (?:be |get )?marr\w+",
    # what happens at home
    (
        rf"{FAMILY}(?:['’]s (?:\w+ )?(?:boyfriend|girlfriend|partner))?(?: and (?:his |her "
        rf"|their )?{FAMILY})?"
        r"(?:['’]s| is| are| was| were)? (?:bleeding|unconscious|fight(?:s|ing)? (?:every|all|again)"
        r"|always drunk|drunk|drinking (?:again|a lot|too much|every|all)"
        r"|using (?:drugs|again)|wasted|screaming|(?:out|away|gone) (?:all|every) (?:night|weekend)"
        rf"|(?:scares|frightens) {_SOMEBODY})"
    ),
    # left alone, hungry, cold
    (
        r"(?:left|be|is|was) (?:left )?(?:alone|on (?:his|her|their|my) own) (?:at home(?! time)|every night"
        r"|all night|overnight|all weekend)"
    ),
    r"look(?:s|ed|ing) after the (?:baby|little ones) (?:alone|all night|by (?:him|her|them)self)",
    r"(?:has|have|had)(?:n['’]t| not) eaten (?:since|for)",
    r"(?:is|are) not eating(?= ?[,.;!]|$)",
    r"(?:always hungry|never any (?:food|dinner|tea)|sent (?:to school|home) hungry)",
    r"no (?:gas|electric\w*|heating|hot water|food|dinner|bed)(?: or \w+)? (?:at home|in the (?:house|flat))",
    r"there(?:['’]s| is| was) no (?:bed|food|heating)(?= ?[,.;!]|$)",
    r"(?:smells?|smelt|smelling|reeks?) of (?:urine|alcohol|weed|cannabis)",
    r"same clothes (?:all week|every day|for days|since)",
    # a child who may hurt themself
    (
        r"(?:took|taken|swallowed) (?:too many|a lot of|loads of|all (?:the|his|her|my|their)|a "
        r"(?:whole )?(?:box|packet|handful) of"
        r"|[5-9]|[1-9]\d|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty) "
        r"(?:\w+ )?(?:tablets|pills|paracetamol|ibuprofen)"
    ),
    r"end (?:it all|(?:his|her|their|my) (?:own )?life)",
    (
        r"(?:does|do)(?:n['’]t| not) want to (?:be here any ?more|live(?! (?:in|on|near|with|at)\b)|wake up"
        r"|be alive)"
    ),
    r"(?:better off|wish(?:es|ed)? (?:he|she|they|i) (?:was|were|is)) dead",
    r"mak(?:e|es|ing) (?:him|her|my|them)sel\w+ (?:sick|vomit|throw up)",
    # told to be silent, afraid at home
    r"told(?: \w+){0,3} (?:to keep|keep) (?:it|this|that)(?: a)? secret",
    r"not allowed to (?:tell|say)",
    r"(?:does|do)(?:n['’]t| not) feel safe (?:at home|with|around)",
    rf"(?:scared|afraid|frightened|terrified) of what (?:his |her |their |my )?{FAMILY}",
    *(rf"{fear} (?:(?:to go|of going|at) )?home" for fear in (*_FEAR, "not safe", "unsafe")),
    *(rf"{fear} of (?:his|her|their|my) {FAMILY}" for fear in _FEAR),
    r"no (?:food|heating|bed) at home",
    r"left alone (?:at home|all night|overnight)",
)

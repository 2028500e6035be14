"""Which words may tell what was done to a child, or what a child fears? Patterns, in small letters.

Each begins with a letter, or with a group of words that do; wide on purpose.
"""

FAMILY = (
    r"(?:(?:step|half|foster)[- ]?)?"
    r"(?:mum|mam|mother|dad|father|brother|sister|uncle|aunt|carer|parent|cousin|nan|gran\w*)s?"
)
_SOMEBODY = (
    r"(?:him|me|them|us|the (?:child|baby)"
    r"|her(?! (?:target|goal|best|stride|knee|ankle|elbow|foot|toe|shin|finger|thumb|shoulder)s?\b)"
    rf"|(?:his|her|my|their) (?:little |baby |big |older |younger |twin |step)?{FAMILY}"
    r"|(?:mum|mam|mummy|dad|daddy)\b)"
)

_HARM = (
    "hits?", "hitting", "beats?", "beaten", "beating", "hurts?", "hurting", "punch(?:e[sd]|ing)?",
    "kick(?:s|ed|ing)?", "slap(?:s|ped|ping)?", "smack(?:s|ed|ing)?", "chok(?:e[sd]?|ing)",
    "burn(?:s|t|ed|ing)?", "threaten(?:s|ed|ing)?", "touch(?:e[sd]|ing)", "whip(?:s|ped|ping)?",
    "kiss(?:es|ed|ing)?", "strangl(?:e[sd]?|ing)", "beat(?:s|en|ing)? up", "spank(?:s|ed|ing)?",
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
    rf"(?:{'|'.join(_HARM)}) {_SOMEBODY}{_AT_PLAY}",
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
    rf"(?:h[eo]ld(?:s|ing)?|push(?:es|ed|ing)?) {_SOMEBODY} under\b",
    (
        r"under (?:my|his|her|their) (?:nightie|nightdress|pyjamas|skirt|dress|underwear|pants|knickers"
        r"|bedclothes|clothes)"
    ),
    r"(?:finger|belt|bite|rope|strap|grip)[- ]?marks?",
    r"marks? (?:a?round|across) (?:his|her|their|my) (?:neck|throat|wrists?)",
    (
        rf"thr(?:ows?|ew|own|owing) (?:an? |the |his |her )(?:\w+ )?(?<!ball )(?<!bag )(?<!die )(?<!toy )at "
        rf"(?:{_SOMEBODY}|{FAMILY})\b"
    ),
    r"(?:split lip|swollen (?:eye|lip|face|cheek|jaw))",
    r"mak(?:e|es|ing) (?:me|him|her|them) (?:kneel|eat off the floor|stand outside|sleep (?:in|on|outside))",
    rf"pinch(?:es|ed|ing)? {_SOMEBODY}",
    r"where (?:nobody|no one|no-one) (?:can|could|will|would) see",
    (
        r"stabb(?:ed|ing) (?:him|her|them|me|some(?:one|body)"
        r"|(?:his|her|their|my) (?:friend|mate|brother|cousin))"
    ),
    r"(?:was|were|been|got|being) (?:stabbed|shot(?! (?:in the arm|put)\b)|drugged)",
    r"what (?:he|she|they) did to (?:me|him|her|them)\b",
    r"call(?:s|ed|ing)? (?:me|him|her|them) (?:worthless|a (?:slut|whore|bitch|slag))",
    r"smash(?:es|ed|ing)? (?:up )?(?:the|our|her|his) (?:house|home|flat)",
    r"police (?:came|come|were called|were) (?:to|at|round) (?:the|our|his|her|their) (?:house|home|flat)",
    r"(?:squeez|yank|crush)(?:e[sd]|ed|ing) (?:his|her|their|my) (?:arm|wrist|neck|throat|fingers|ear)s?",
    r"(?:burn|iron|cigar\w*) marks?",
    r"fresh (?:cuts|scars|marks|burns)",
    r"cuts? under (?:his|her|their|my) (?:sleeve|clothes|top)s?",
    (
        r"(?:will|would|ll|d|going to|gonna|could) (?:kill|stab|shoot|strangle) "
        rf"(?:him|her|them|the \w+|{FAMILY})"
    ),
    rf"m[ae](?:kes?|de|king) {_SOMEBODY} (?:touch|undress|strip|kiss|watch (?:porn\w*|dirty|adult))",
    r"(?:is|was|were|are|been|being) made to (?:sleep|undress|kneel|touch|eat off)",
    r"(?:arrested|police)[^.]{0,30} for (?:beating|hitting|assault\w*|hurting)",
    r"do(?:n['’]t| not) (?:hit|hurt|beat) (?:me|him|her|us|mum)",
    rf"{FAMILY} (?:rubs?|strokes?|fondles?|licks?) (?:me|him|her|his|them|my)",
    r"(?:forced|forces|forcing|made|makes|pressured) (?:me|him|her|them) (?:to )?(?:send|do things|have)",
    r"stay(?:s|ing)? in the (?:cellar|shed|attic|garage|cupboard)",
    r"lock(?:s|ed)? (?:me|him|her|them) in\b",
    r"without (?:any )?food\b",
    r"burn (?:the|our|their) (?:house|flat) down",
    r"(?:burn|cut)\w* (?:his|her|their|my) (?:\w+ )?with a (?:lighter|blade|compass|razor)",
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
    r"boyfriend,? (?:of|aged|who is|who['’]s|is) (?:1[89]|[2-9]\d)",
    (
        r"(?:man|woman|adult|stranger|guy|bloke|some(?:one|body)|older (?:boy|lad|girl))\b[^.]{0,20}\bmet "
        r"(?:on|through|in|over) (?:an? |the )?(?:game|app|chat|internet"
        r"|snapchat|instagram|roblox|discord|tiktok)"
    ),
    (
        r"messag(?:es|ed|ing) (?:me|him|her|them) (?:(?:late )?at (?:night|midnight)|late|every night"
        r"|in secret)"
    ),
    r"what (?:i am|i['’]m|he is|he['’]s|she is|she['’]s|they are) wearing(?= ?[,.;!?]|$)",
    r"blackmail\w*",
    r"(?:topless|intimate|explicit) (?:pictures?|photos?|videos?|images?)",
    (
        r"(?:she|i)(?: (?:thinks?|says?|said)(?: that)? (?:she|i))? (?:is|was|may be|might be|could be"
        r"|am) pregnant"
    ),
    r"(?:dirty|adult) (?:films?|videos?|movies?)",
    r"walk(?:s|ed|ing)? in on (?:me|him|her|them)\b",
    r"(?:men|man|strangers?)\b[^.]{0,40}\b(?:at night|give (?:mum|her) money)",
    (
        r"(?:teacher|coach|driver|leader)\b[^.]{0,40}\b(?:kiss\w*|showers? with"
        r"|gives? (?:me|him|her) (?:vapes|lifts|money|drinks?))"
    ),
    r"(?:taken|taking|going|goes|sent)\b[^.]{0,50}\bto be cut(?! from| out)\b",
    (
        r"(?:engaged|married|marry|promised)\b[^.]{0,15}\bat (?:1[2-7]|twelve|thirteen|fourteen|fifteen"
        r"|sixteen|seventeen)"
    ),
    (
        r"sent to (?:pakistan|india|bangladesh|somalia|nigeria|sudan|kurdistan)[^.]{0,40}"
        r"(?:engaged|marr\w+|husband)"
    ),
    r"(?:period is late|missed (?:a|her|my) period)",
    # crime that uses children, and extremism
    (
        r"(?:carr(?:y|ies|ied|ying)|holds?|runs?|running|deliver\w*|sells?|selling|deal(?:s|ing)?) (?:drugs?"
        r"|weed|cannabis)"
    ),
    r"(?:in|for|from|owes) (?:a|the) gang(?! show)",
    r"hand(?:s|ed|ing)? (?:out )?small (?:bags|packets|packages|wraps)",
    r"(?:has|have|had|with|carr\w+) (?:two|three|several|burner) phones",
    r"drop(?:s|ping|ped)? (?:off )?(?:packages|packets|parcels|bags|drugs)",
    r"(?:phones? and (?:cash|money)|cash and (?:a )?phones?)",
    r"owes? (?:him|her|them) money",
    r"(?:bring|brings|bringing|brought|has|had|got|get|carr\w+) (?:in )?a (?:gun|firearm|bomb|machete)\b",
    r"behead\w*",
    r"join(?:s|ed|ing)? (?:the )?(?:fighters|jihad|isis|caliphate)",
    r"wedding\b[^.]{0,60}\bnever (?:even )?met",
    r"never (?:even )?met (?:him|her)\b[^.]{0,40}\bwedding",
    r"(?:told|made|forced|has|have) to marry",
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
    rf"{FAMILY} drinks? (?:every|all|a lot|too much|again|most)",
    rf"{FAMILY} (?:does|do|did|could|would)(?:n['’]t| not) (?:wake|get) up",
    (
        r"(?<!pine )(?<!knitting )needles? (?:on|under|in|behind) (?:the|her|his|their) "
        r"(?:sofa|bed|bath\w*|house|flat)"
    ),
    r"sleeping (?:pills|tablets)",
    # left alone, hungry, cold
    (
        r"left (?:in charge of|to look after|to mind) (?:the |his |her |their )?(?:\w+ )?"
        r"(?:twins|bab(?:y|ies)|toddlers?|sisters?|brothers?|siblings|little ones)"
    ),
    r"(?:heating|gas|electric\w*|water|power) (?:has been|have been|was|is|were) (?:cut off|disconnected)",
    r"(?:nobody|no one|no-one) (?:shops|cooks|feeds|buys food)\b",
    r"liv(?:es|ing) on (?:crisps|cereal|toast|noodles|sweets)",
    r"sle(?:eps|eping|pt) (?:on the floor|in (?:his|her|their|a) coat|in the shed)",
    r"(?:wet(?:s|ting)?|soil(?:s|ed|ing)?) (?:him|her|them)sel\w+",
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
    r"sofa[- ]surf\w*",
    (
        rf"(?:threw|thrown|throws|chucked|kicked) {_SOMEBODY} "
        r"out(?! of (?:the|his|her|a|class|lessons?|maths)\b)"
    ),
    r"liv(?:es|ed|ing) in (?:a|the|his|her|their) (?:car|van|tent|shed)\b",
    r"(?:missing since|found with (?:two |older |adult )*men)",
    # a child who may hurt themself
    r"(?:hears?|hearing) (?:a )?voices?\b",
    r"whether it hurts (?:when|to)\b[^.]{0,10}\bdie",
    r"(?:happier|better off|better) without (?:me|him|her|them)\b",
    r"goodbye letters?(?! home)",
    r"so drunk",
    r"scared to go home",
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
    r"(?:throw(?:s|ing)? up|(?:is|being) sick) (?:after (?:lunch|dinner|meals?|eating|every)|on purpose)",
    r"hid(?:es|ing) (?:her |his |their |the )?food",
    r"(?:nobody|no one|no-one) would (?:miss|notice|care)",
    r"how many (?:tablets|pills|paracetamol)",
    r"(?:how|ways?) to (?:die|kill (?:your|him|her|my|them)sel\w+|end it)",
    r"goodbye (?:letters?|notes?|texts?) to (?:every|all|his|her|their|the family|mum|dad)",
    r"razor ?blades?",
    r"scratch(?:es|ed|ing)? (?:his|her|their|my) (?:arms?|thighs?|wrists?)\b",
    r"until (?:they|it|he|she) bleeds?",
    r"jump(?:s|ed|ing)? (?:off|from) (?:a|the) (?:bridge|roof|building|balcony|car park|window)",
    r"jump(?:s|ed|ing)? in front of",
    r"deserves? to (?:die|be (?:punished|hurt|hit|dead))",
    r"they will all be sorry",
    # told to be silent, afraid at home
    r"told(?: \w+){0,3} (?:to keep|keep) (?:it|this|that)(?: a)? secret",
    r"not (?:allowed|meant|supposed) to (?:tell|say|talk about|speak about)",
    r"(?:does|do)(?:n['’]t| not) feel safe (?:at home|with|around)",
    rf"(?:scared|afraid|frightened|terrified) of what (?:his |her |their |my )?{FAMILY}",
    *(rf"{fear} (?:(?:to go|of going|at) )?home" for fear in (*_FEAR, "not safe", "unsafe")),
    *(rf"{fear} of (?:his|her|their|my) {FAMILY}" for fear in _FEAR),
    r"no (?:food|heating|bed) at home",
    r"left alone (?:at home|all night|overnight)",
)

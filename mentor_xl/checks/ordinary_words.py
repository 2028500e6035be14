"""Which names are ordinary words too, so that in small letters they say nothing of a person?"""

_WORDS = """
    abbey able ace africa agate aid al alder all alley ally am amber america an and angel angels ant any apple
    april arch archer archers are aria arrow art arty as ash asia at august aunt austin autumn back bacon
    badger bailey baker ball bambi bangs bank banks bar barb barber barker barley barn barney baron barrel
    barrow bash basil bass bath batten bay be bean bear beau beck bee beech being bell bellow bench bentley
    berry best better bill bind birch bird bishop black bland blaze bless blessing bliss block bloom blue
    blunt bob bobby bold bolt bolton bond bones book boulder bow bowl bowman box boy bradford bran branch
    brand brandy brave bread bream briar bridge bright bristol britain broad brook brooklyn brooks brown brush
    buck buckle bud buddy budge bull bunch burden burnley burr burton bush buster but butcher butler butter by
    cab cadence cal cam came camel cameo camp can candy cane cannon capper carlisle carol carolina carpenter
    carry carter cartwright carver cash castle cat cave cedar chaff chance chandler chapel chapman char
    charity chase che chelsea cherry chester child china chip chord christian christmas chuck church clay
    clean clear clementine cliff close clover coach coal cobble cod coin colt comb comet comfort computing con
    constable constance cook cool coop cooper coral cork corner cotter cotton count court coward craft crane
    creek cricket crisp croft crook cross crouch crow crystal cuba cuff curry curt cut cutler daisies daisy
    dakota dale dallas dance dancer dark darling dash daughter dawn day days deal dean dear dearing dearth
    december deep deer del dell den dent derby des design destiny devon diamond dill divine do dodge dot dotty
    dove down drake drama drew driver drum drummer duck duke durham dusk dust dusty dyer dyke eagle earl early
    east easter ebony echo eddy egypt elder elm elsa em ember emerald england english err eve even ever
    everton fair fairly faith falcon farm farmer farrier farthing fat father fathers fatty favour faye feather
    february felicity fell fern field fields figg fin finch finches fine first fish fisher flag flame flax
    fleet fletcher flick flint flip flood flora florence flower flowers folly foot for ford forest forester
    foster fountain fowl fox frame france frank free french friday friend frost frosty fuller fun furlong gage
    gale gallop gamble game garden gardener gardner garlic garnet garter garth gates gay gem gene general
    geneva gentle geography georgia german gibbon gift ginger given glass glaze glen glory glover goat gold
    good goodman goodness goodwill goose gore gosling grace grain grant grass gray greatly green grey grief
    grove guest gully gun guy ha hack had hail hall halo hammer han hand hands hank happiness happy harbour
    hardy hare harley harmony harp harper harry has hat hatch haven hawk hawthorn hay hazel he head heal heart
    heath heather heaven hedge hedges hem her herd here hero herring hers hill hills him hind his history
    holder hole holiday holland holly home honey honour hood hook hoop hope horn house houston how hull hum
    hung hunt hunter hurst hutch i if in india indie indigo innocent ireland iris iron is isle israel it its
    ivory ivy jack jade january jasmine jasper jaw jay jazz jazzy jean jeans jet jewel jimmy job jolly jordan
    josh journey joy joyful judge july june juniper just justice keen keep ken kent kestrel kettle keys kid
    king kings kit kitchen kite kitty knight lace lad lake lamb lamp lancaster lance land lane large lark lass
    last laurel lava lavender law lawless lawn lay lea leaf lee leech leeds legend lemon lens less liberty
    light lilac lily lime lincoln list little live lock loft lolly london long loon lord lore lotus loud love
    lovely low luck lucky luna lunch lyric mac mace magic maid main major man manager many maple marble march
    margarita marigold marina mark marks marry marsh marshal marshall mart martin martini marvel mason masters
    mat maths matt max may mays me mead meadow meadows meek melody mercedes mercy mere merit merlin merry mike
    milan miles mill miller mills mini minnow mint miracle mire mist misty mo model modesty mole monday money
    monk montana moody moon moonlight moor moorland more morning moss moth mould mount mountain mouse mum
    music mustard my myrtle nan near neat nectar new nice nick night nightingale no noble noel nook noon north
    not nova november now nugget oak oaks oasis ocean october of off oh olive olives on onion onions onyx opal
    or orchard orchid orion our out outlaw over own oxford pa pack paddock paddy page pain palm pan pansy
    paris parish park parker parks parson partridge pass pat patience patty pax peace peach peaches peacock
    peak pearl pears peck peel peg pen penny pepper perch pet petal petals phoenix pickles pidgeon pie pike
    pilgrim pin pinch pink pip piper pixie place plain plant play plum poet pole pollock polly poly pond pony
    pool pope poppies poppy porter post potter pound power powers prairie praise precious present press
    preston price pride prime primrose prince princess prior proctor promise prosper proud prudence puma quick
    quill quince race raft rain rainbow rainy ran rand rank rat rattle raven raw ray read reader rebel red
    reed reef reign rex rice rich ridge ring rio river rivers roach road rob robe robin rock rocket rocky rod
    roe roman ron rook root rope roper rose rosemary roses rosy rough round rover row rowdy royal ruby rug
    rule rune ruse rush rust rusty rye sad sadler saffron saga sage sail sailor saint sale sales sally salmon
    salt sand sands sandy sapphire sat saturday savage savannah savvy saw sawyer scarlet school science scout
    seal season see seed self sell sense september serenity sergeant shade shadow sharp sharpe she sheen shell
    shepherd sherry shield shore short sierra sikh silk silver sin singer sir sister skinner skip sky skye
    slack slate sleep slight slow sly small smart smith snow snowy so sol solace sole son song sonnet sonny
    sorrel sorrow south spade spanish spark sparkle sparks sparrow spear speed spice spicer spike spirit
    spring spruce square squire stable staff stafford stallion stamp staple star starlight starling start
    stead steel steer stella sterling stern stiff still stock stone storey storm story stout strand strange
    stream street stride strong sturdy sue sugar sum summer summers sun sunday sunny sunset sunshine sure
    swallow swan sweet sweetie swift sydney tab table tad tailor tall tam tan tanner target tarn tat teal
    technology teddy temperance tempest temple tench thatcher the them then they thin this thorn thorns
    thursday thyme tidy tiger tiler tilt timber tin tiny tipping titan to toller tongue top topaz topping
    tower town toy treasure tree trent trim trinity trip trout true trust truth tub tuck tuesday tulip tulips
    turner turquoise two tyne under unity up us use usher vale van vane vega velvet venture verity verona vet
    victor victoria victory vienna vine viola violet violin wain wait waiter wake wale wales walker wall walls
    wand war ward warden ware warm warren warwick was wasp water waters wave wax way we weaver wednesday week
    weeks well wells west wet whale wheat wheel wheeler whip whisper whistle white who why wick wife wild will
    willow willows wills wing winner winning winter winters wisdom wise wit with wolf wonder wood woods
    woodward woody work workman worth wren wright yard year years yellow yes yet york you young younger youth
    zen zephyr zest
"""
ORDINARY_WORDS = frozenset(_WORDS.split())
"""Names, short names and surnames that are words, places or clubs as well."""

_SELDOM = """
    austin bailey bentley bobby brooklyn chelsea daisy dakota elsa florence georgia harley harry hazel heather
    holly iris jack jade jasmine jasper jean jimmy jordan josh ken laurel lee lily luna martin matt mercedes
    mike paris polly rosemary ruby sally stella sterling sydney verity victoria
"""
SELDOM_WORDS = frozenset(_SELDOM.split())
"""Those of them that mean a person even in small letters, where a person is to be expected."""


def is_only_a_word(word: str) -> bool:
    """Whether a word in small letters says nothing of a person."""
    return word in ORDINARY_WORDS and word not in SELDOM_WORDS


MONTHS = frozenset(("january", "february", "march", "april", "may", "june", "july", "august"))
"""Months that somebody may be called after; beside a number they are dates."""

"""Which names are ordinary words too, so that in small letters they say nothing of a person?"""

_WORDS = """
    abbey able africa aid al alder all alley ally am amber america an and angel angels ant any apple april
    arch archer archers are arrow art arty as ash asia at august aunt austin autumn back bacon badger baker
    ball bangs bank banks bar barb barber barker barley barn barney barrel barrow bash bass bath batten bay
    be bean bear beau beck bee beech being bell bellow bench berry best better bill bind birch bird bishop
    black bland bless blessing bliss block bloom blue blunt bob bobby bold bolt bolton bond bones book
    boulder bow bowl bowman box boy bran branch brand brave bread bream bridge bright bristol britain broad
    brook brooks brown brush buck buckle buddy budge bull bunch burden burr burton bush but butcher butler
    butter by cab cal cam came camel cameo camp can cane cannon capper carlisle carol carpenter carry carter
    cartwright carver cash castle cat cave chaff chance chapel chapman char charity chase che chelsea cherry
    chester child china chip christian chuck church clay clean clear cliff close clover coach coal cobble
    cod coin colt comb comfort computing con constable cook cool coop cooper coral cork corner cotter cotton
    count court coward craft crane creek cricket crisp croft crook cross crouch crow crystal cuff curry curt
    cut cutler daisy dale dance dancer dark darling dash daughter dawn day days deal dean dear dearing
    dearth december deep deer del dell den dent derby des design destiny devon dill divine do dodge dot
    dotty dove down drake drama drew driver drum drummer duck duke durham dust dusty dyer eagle earl early
    east echo eddy elder em ember england english err eve even ever fair fairly faith farm farmer farrier
    farthing fat father fathers fatty favour faye feather february felicity fell fern field fields figg fin
    finch fine first fish fisher flag flax fleet flick flint flip flood flora florence flower flowers folly
    foot for ford forest foster fountain fowl fox frame france frank free french friday friend frost fuller
    fun furlong gage gale gallop gamble game garden gardener gardner garlic garter garth gates gay gem gene
    general gentle geography georgia german gibbon gift ginger given glass glaze glory glover goat gold good
    goodman goodness goodwill goose gore gosling grace grain grant grass gray greatly green grey grief grove
    guest gully gun guy ha hack had hail hall hammer han hand hands hank happiness happy harbour hardy hare
    harmony harp harper harry has hat hatch hawk hay hazel he head heal heart heath heather hedge hedges hem
    her herd here hero herring hers hill hills him hind his history holder hole holiday holland holly home
    honey honour hood hook hoop hope horn house how hum hung hunt hunter hurst hutch i if in india innocent
    ireland iris iron is isle israel it its ivory ivy jack jade january jasmine jasper jaw jay jazz jazzy
    jean jeans jet jewel jimmy job jolly jordan josh journey joy joyful judge july june juniper just justice
    keen keep ken kent kettle keys kid king kings kit kitchen kite kitty knight lace lad lake lamb lamp
    lancaster lance land lane large lark lass last lavender law lawless lawn lay lea leaf lee leech leeds
    legend lemon lens less liberty light lilac lily lime lincoln list little live lock loft lolly london
    long loon lord lore loud love lovely low luck lucky lunch mac mace maid main major man manager many
    march marina mark marks marry marsh marshal marshall mart martin mason masters mat maths matt max may
    mays me mead meadow meadows meek melody mercy mere merit merlin merry mike miles mill miller mills mini
    mint miracle mire mist mo model mole monday money monk moody moon moor more moss moth mould mount
    mountain mouse mum music mustard my myrtle nan near neat new nice nick night nightingale no noble noel
    nook noon north not nova november now oak oaks ocean october of off oh olive on onion onions onyx opal
    or orchard orchid our out outlaw over own oxford pa pack paddock paddy page pain palm pan pansy paris
    parish park parker parks parson partridge pass pat patience patty peace peach peacock peak pearl pears
    peck peel peg pen penny pepper perch pet petal phoenix pickles pidgeon pie pike pilgrim pin pinch pink
    pip piper pixie place plain plant play plum pole pollock polly poly pond pony pool pope poppy porter
    post potter pound power powers praise precious present press preston price pride prime prince princess
    prior proctor proud prudence quick quince race raft rain rainbow rainy ran rank rat rattle raven raw ray
    read reader rebel red reed reef rex rich ridge ring river rivers roach road rob robe robin rock rocky
    rod roman ron rook root rope roper rose rosemary rosy rough round rover row rowdy royal ruby rug rule
    ruse rush rust rusty rye sad sadler saffron sage sail sailor saint sale sales sally salmon salt sand
    sands sandy sat saturday savage savannah savvy saw scarlet school science scout seal see seed self sell
    sense september serenity sergeant shade sharp sharpe she sheen shell shepherd shield shore short sikh
    silk silver sin singer sir sister skinner sky skye slack sleep slight slow sly small smart smith snow so
    sole son song sonny south spade spanish spark sparks sparrow spear speed spice spicer spring square
    squire stable staff stafford stallion stamp staple star starling start stead steel steer stern stiff
    still stock stone storm story stout strand strange street stride strong sturdy sue sum summer summers
    sun sunday sunny sure swallow swan sweet sweetie swift sydney tab table tad tailor tall tam tan tanner
    target tarn tat teal technology teddy tempest temple tench the them then they thin this thorn thorns
    thursday tidy tiger tiler tilt tin tiny tipping to toller tongue top topping tower town toy treasure
    tree trim trinity trip trout true trust truth tub tuck tuesday tulip turner two under unity up us use
    usher vale van vane venture verona vet victor victory vine viola violet violin wain wait waiter wake
    wale wales walker wall walls wand war ward warden ware warm warren warwick was wasp water waters wax way
    we weaver wednesday week weeks well wells west wet whale wheat wheel wheeler whip whistle white who why
    wick wife wild will willow wills wing winner winning winter winters wise wit with wolf wonder wood woods
    woodward woody work workman worth wright yard year years yellow yes yet york you young younger youth zen
"""
ORDINARY_WORDS = frozenset(_WORDS.split())
"""Names, short names and surnames that are words, places or clubs as well."""

_SELDOM = """
    austin bobby chelsea daisy florence georgia harry hazel heather holly iris jack jade jasmine jasper jean
    jimmy jordan josh ken lee lily martin matt mike paris polly rosemary ruby sally sydney
"""
SELDOM_WORDS = frozenset(_SELDOM.split())
"""Those of them that mean a person even in small letters, where a person is to be expected."""


def is_only_a_word(word: str) -> bool:
    """Whether a word in small letters says nothing of a person."""
    return word in ORDINARY_WORDS and word not in SELDOM_WORDS


MONTHS = frozenset(("january", "february", "march", "april", "may", "june", "july", "august"))
"""Months that somebody may be called after; beside a number they are dates."""

"""What else may somebody called so be called: Tom and Tommy for Thomas, and Thomas for Tom?"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from mentor_xl.checks.ordinary_words import ORDINARY_WORDS

_SHORT_FORMS = """
    aaliyah/aliyah/aliya: liyah ali, abdullah/abdallah/abdul: abdul abz abs, abigail/abigale: abi abby abbie
    gail, abraham+ibrahim/ibraheem: abe bram ibby, adam: ads, adrian: ade, agnes: aggie, aidan/aiden/ayden:
    aid, alan/allan/allen: al, albert: al bert bertie albie, alexander/aleksander+alessandro: alex al alec
    alexa lex sasha sandy xander zander, alexandra/alexandria+alexis: alex lexi lexie alexa sasha sandra,
    alfred: alf alfie fred, alice: ali allie, alison: ali, alistair/alasdair/alastair: al ally ali, amanda:
    mandy, amelia+emilia: amy millie milly mia mel, anastasia: ana stacey stasia, andrew+andre+andreas: andy
    drew, angela+angelina+angelica: angie ange angel, annabel/annabelle: anna bella belle annie,
    anna/ana+anne/ann: annie nan, hannah/hanna: han, annika/anika: annie anni, anthony/antony/antonio: tony
    ant anton, archibald: archie arch, arthur: art artie, ashley/ashleigh/ashlee: ash, augustus+augustine:
    gus, aurora: rory, barbara: barb barbie babs, barnaby: barney, bartholomew: bart, beatrice+beatrix: bea
    bee trixie, benjamin: ben benny benji benjie, bernard: bernie, bethany/bethan: beth, bradley+bradford:
    brad, brandon/brendan: bran, brian/bryan, bridget: bridie, callum/calum/kallum: cal, calvin: cal,
    cameron: cam cammy, caroline+carolyn+carolina: carol caro carrie lina, cassandra: cass cassie,
    catriona/katriona: cat trina, charles/charlie/charley: chas chaz chuck, charlotte: charlie lottie lotte
    char charley, chelsea: chels, cheyenne: chey, christian: chris, christina/kristina+christine+kirsten:
    chris chrissie tina christy kirsty, christopher/kristopher: chris kit topher kris,
    clara/claire/clare/clair, clementine: clemmie clem, clifford: cliff, connor/conor/konnor: con,
    constance: connie, cordelia: delia, courtney/kourtney: court, curtis/kurtis: curt, cynthia: cindy,
    daisy: daise, daniel/danyal: dan danny dani, danielle+daniella/daniela: dani danni danny ella,
    david/dawid/daud: dave davey davy dai, deborah/debra: deb debs debbie, dennis/denis: den, derek/derrick:
    del, dominic/dominik/dominick: dom nic, donald: don donnie, dorothy+dorothea: dot dottie dolly thea,
    dylan/dillon: dyl, edgar: ed, edith: edie, edmund: ed ned eddie, edward+eduardo: ed eddie ted teddy ned,
    edwin: ed, eleanor/elinor/eleanora: ellie elle ella nell nellie nora, elena+helena+helen+ellen: ellie
    nell lena nellie, elijah+elias: eli, eliza, elizabeth/elisabeth+elspeth: liz lizzie lizzy beth betty
    betsy bess eliza ellie elsie libby lisa liza lily, elliot/eliot/elliott, eloise: ellie lou,
    emily/emilie: em emmy millie ems, emma: em emmie ems, emmanuel/immanuel+manuel: manny, eric/erik,
    esme/esmee, ethan: eth, eugene: gene, evan: ev, evelyn+evelina+eva: evie eve, ezekiel: zeke, faisal:
    faz, farah, fatima/fatimah/fatemah: fati fatty tima, felicity: flick fliss lissy, felix,
    finlay/finley+finnegan+finnian+fintan: finn fin, fiona: fi, florence: flo florrie flossie,
    frances+francesca+franziska: fran frankie fanny cesca chess, francis+francisco+franklin: frank frankie
    fran, frederick/frederik/frederic: fred freddie freddy rick, gabriel: gabe gab, gabriella+gabrielle:
    gabby gabi ella gabs brie, gareth: gaz, gary/garry: gaz, gemma/jemma: gem, geoffrey/jeffrey/jeffery:
    geoff jeff, george/jorge: georgie, georgina+georgia+georgiana: georgie george gina gigi gee,
    gerald+gerard: ger gerry jerry, gideon: gid, giovanni: gio, grace: gracie, graham/graeme: gray, gregory:
    greg, gwendolyn+gwenllian: gwen, hamish, harold: harry hal, harriet/harriett: hattie harry hatty,
    harrison: harry, harvey: harv, heather: heth, henrietta: etta hettie henry, henry: harry hal hank,
    hugh/huw, humphrey: hum, imogen: immy immie imo, isaac/issac+ishaq: ike zac zak,
    isabella/izabella+isabel/isabelle/isobel/isobelle: bella izzy izzie issy belle ibby, isaiah: zay,
    ismail: ish, jackson/jaxon: jack jax, jacob/jakub/jakob+yaqub: jake jay kuba coby, jacqueline: jackie
    jacqui, jaden/jayden/jaydon/jaiden: jay jayd, james: jim jimmy jamie jem jay, jamie/jaime,
    jane/jayne+janet+janice: jan janey, jasmine/jasmin/jazmin+yasmin/yasmine: jas jaz jazz jazzy yas yaz min
    mina, jason/jayson: jay jase, jean, jemima: jem mima jemmy, jennifer/jenifer+jenna: jen jenny jenn,
    jeremy/jeremiah: jez jem jerry, jessica/jessie: jess jessie jessi, joanna/johanna+joanne: jo jojo joey,
    john+jonathan/johnathan/jonathon: jon johnny jonny jonty jack, jordan/jordon: jord jordy,
    joseph/jozef+yusuf/yousef/yusef/youssef: joe joey jo yus josie, josephine+joseline: jo josie jojo posy,
    joshua+josiah: josh joshie, judith: judy jude, julia+julie+juliet/juliette+julianna: jules, julian:
    jules, justin: jus, kayleigh/kayley/kaylee: kay,
    katherine/catherine/katharine/kathryn/cathryn+katerina/caterina+katarzyna+kathleen: kate katie kat kathy
    cathy kath cath kitty kit kay cate kasia katy, caitlin/kaitlyn/caitlyn/katelyn: cait cat kait kate
    katie, keira/kiera/keeley, kenneth: ken kenny, kevin: kev, kieran/kieron/ciaran: kier,
    kimberley/kimberly: kim kimmy, kyle/kyler: ky, lachlan: lachie, laura+lauren/loren+laurel: laurie lozza
    lolly, lawrence/laurence: larry laurie loz, layla/leila/leyla, leah/lea/lia, leo+leonard+leonardo+leon:
    leo len lenny, leroy: lee roy, lewis/louis/luis: lou lew louie, william: will bill billy willy liam
    wills, lillian/lilian+liliana+lilly/lillie: lily lil lils lilly, linda/lynda: lin, logan: lo,
    louise+louisa/luisa: lou lulu, lucas/lukas: luke luca, lucy+lucia+lucille: lu luce lulu, lydia: lyds,
    mackenzie/mckenzie: mac kenzie mack, madeleine/madeline/madelyn+madison: maddie maddy mads, magdalena:
    magda lena, malachi: mal, malcolm: mal, marcus/markus: marc mark, margaret+margot: maggie meg megan
    peggy peg madge greta marge margo, maria+marie+mary+maryam/mariam+miriam: molly mia polly mimi,
    mark/marc, martha: marty, martin/martyn: marty, matilda: tilly tillie mattie maddie,
    matthew/mathew+matteo+mateusz: matt matty mat teo, maurice: mo, maximilian+maxwell+maximus+maxine: max
    maxie, maisie/maisy+margarita: mai may mays, megan/meghan: meg megs, melanie+melissa+melinda: mel lissa
    mels, mercedes: mercy, michael/mikael+mikhail+miguel+michal: mike mikey mick micky mickey mitch,
    michelle: shell shelly chelle, mikayla/mckayla: kayla, mildred: millie, millicent+camilla+camille:
    millie milly cam, miles/myles, mitchell: mitch,
    mohammed/mohamed/muhammad/mohammad/muhammed/mohamad/muhamed/mohamud/mehmet+mahmoud+mohsin+mustafa: mo
    moh momo, ahmed/ahmad, mollie/molly, morgan: morgs, nancy: nan, naomi: nay,
    natalie/nathalie+natalia/natalya+natasha: nat tasha nats tash natty, nathan+nathaniel/nathanael: nate
    nat nath, niall/neil/neal, nicholas/nicolas/nikolas+nikolai: nick nicky nico nik nicko klaus kolya,
    nicole+nicola/nichola+nikola: nic nicky nikki nicki nik, noah: noey, oliver: ollie olly oli, olivia: liv
    livvy livvie olive ollie livi, oscar/oskar: osc ozzy, oswald: oz ozzy, oluwaseun: seun, oluwatobi: tobi,
    owen/eoghan/euan/ewan/iwan, pamela: pam, patricia: pat patsy trish tricia patty, patrick+padraig: pat
    paddy, penelope: penny pen nell, percival: percy, peter+piotr+pedro: pete petey,
    philip/phillip/phillipe: phil pip, philippa/phillipa: pippa pip flip, phoebe: phoebs pheebs, poppy:
    pops, priscilla: cilla, rachel/rachael/raquel: rach rae ray, rafael/raphael/rafal: raff rafi raf raffy,
    raymond+rayhan/rehan: ray, rebecca/rebekah/rebeka: becca becky bex becks beck, reginald: reg reggie,
    reuben/ruben: rube, rhiannon+rhianna+rihanna: rhi, riley/reilly/ryleigh, richard+ricardo: rich rick
    ricky richie dick ritchie, robert+roberto: rob bob bobby robbie bert robby, roberta: bobbie bobby,
    robin/robyn: rob, roderick: rod roddy, rodney: rod, roger: rog, roland: roly, ronald: ron ronnie,
    rory/ruairi/ruaridh, rosalind+rosalie+rosemary+rosanna+rosie+rosa: rose rosie ros roz, roxanne/roxana:
    roxy, rowan+rowena: ro, rupert: rupe, ryan/rian, sarah/sara: sally sade, salvatore: sal, samantha: sam
    sammy sammie, samuel+samir+samson: sam sammy, sandra: sandy, sean/shaun/shawn, sebastian/sebastien: seb
    bas bash, shannon+shania: shan, sharon: shaz shazza, siobhan/shevaun: shiv, simon+simeon: si sim,
    sophia/sophie/sofia/sofie: soph sophe, stanley+stanislaw: stan, stella: stel, stephanie/stefanie: steph
    stephie steff, stephen/steven+stefan/steffan: steve stevie ste stef, stuart/stewart: stu stew, summer:
    sum, sundeep/sandeep+sunil+sunita: sunny san, susan+susanna/susannah+suzanne: sue suzie susie suzy
    sukie, sylvia: syl, tabitha: tabby tab, tamara+tamsin: tam tammy tamz, taylor/tayler: tay, teagan/tegan:
    teags, terence/terrence: terry tel, teresa/theresa/therese: tess tessa terri resa tezza, thaddeus: tad
    thad, theodore+theodora: ted teddy thea dora theo, thomas/tomas/tomasz: tom tommy thom tomek, timothy:
    tim timmy, tobias/toby: tobe tobi, tolulope+toluwani: tolu lope, temiloluwa+temitope: temi tope,
    folasade: sade fola, chukwuemeka: emeka, tristan/tristram: tris, tyler/tyla: ty, tyrone+tyrell+tyrese:
    ty, valentina/valerie: val, vanessa: ness nessa, veronica: ronnie vera ron, victor/viktor: vic,
    victoria/viktoria: vicky tori vicki vic tory vikki, vincent+vincenzo: vin vinnie vinny vince,
    vivian+vivienne: viv, walter: wally wal walt, warren: waz, wilfred/wilfrid/wilfried: wilf wilfie fred,
    wilhelmina: billie mina minnie, winifred: winnie freddie, xavier: xav zav, yolanda: yoyo,
    zachary/zackary+zachariah/zakariya/zakaria: zac zach zak zack zaki, zahra/zara, zainab/zaynab, zoe/zoey
"""


@cache
def _others() -> dict[str, frozenset[str]]:
    """Each name of the table to those it stands for and that stand for it.

    What is short for many names (*Ellie*) is not also Beth because both may be Elizabeth: of the other short
    forms only those that begin alike.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group in _SHORT_FORMS.split(","):
        whole, _, rest = group.partition(":")
        short = rest.split()
        for spellings in (one.split("/") for one in whole.strip().split("+")):
            for name in spellings:
                found[name].update(spellings, short)
            for name in short:
                found[name].update(spellings, (other for other in short if other[:2] == name[:2]))
    return {name: frozenset(others) for name, others in found.items()}


def is_a_forename(word: str) -> bool:
    """Whether a folded word is known to be a forename."""
    return word in _others()


@lru_cache(maxsize=16384)
def ways_to_say(name: str) -> frozenset[str]:
    """A folded forename in every form and spelling that is common."""
    names = {name, *_others().get(name, ())}
    return frozenset(names.union(*map(_spelled_alike, names)))


_ENDINGS = ("ie", "y", "i", "ey")


def _spelled_alike(name: str) -> Iterator[str]:
    """``Anni`` and ``Anny`` for Annie, ``Conor`` for Connor; none that is a word."""
    ending = next((one for one in _ENDINGS if name.endswith(one)), "") if len(name) > 3 else ""
    spellings = [name[: -len(ending)] + other for other in _ENDINGS if ending]
    spellings += [name[:at] + name[at + 1 :] for at in range(2, len(name) - 1) if name[at] == name[at - 1]]
    yield from (one for one in spellings if len(one) > 3 and one not in ORDINARY_WORDS)

"""Sentences as mentors write them: which of them belong with the safeguarding lead, and which only look so.

They were written apart from the patterns. Those of the first list were looked at while the patterns were
mended; for the other lists the least that has to be found is kept, so that no change makes it worse.
"""

import pytest

from mentor_xl.checks.words import may_hold_a_disclosure

FOR_THE_LEAD = (
    "He told me his stepdad holds him under the cold shower when he is late.",
    "She says grandad tickles her under her nightie and it is their game.",
    "There were red finger marks round her neck this morning.",
    "He has been living on crisps because nobody shops at home.",
    "He keeps saying nobody would miss him if he was gone.",
    "A man she met on a game sent her a train ticket.",
    "She said dad threw a plate at mum and it hit the wall by her head.",
    "He wets himself whenever his uncle's name comes up.",
    "He sleeps on the floor in a coat as the heating has been cut off for weeks.",
    "Found a razor blade in her pencil case; she would not say what it was for.",
    "Said his mum locks him in his room from Friday to Sunday without food.",
    "Her boyfriend, who is 24, picks her up at the gate and takes her to hotels.",
    "She has been googling how many tablets it takes.",
    "He came in with a split lip and two different stories about it.",
    "She said the wedding is in July and she has never met him.",
    "He talks about joining the fighters and has videos of beheadings on his phone.",
    "She is being blackmailed with a topless picture.",
    "He says mum does not wake up in the mornings and there are needles on the sofa.",
    "She scratches her thighs until they bleed.",
    "He tried to jump from the bridge on Sunday.",
    "He came to school with a swollen eye and said he is not meant to talk about it.",
    "She said her step-brother comes into her bed.",
    "A pupil says the youth leader messages her at midnight and asks what she is wearing.",
    "She said I want it all to stop, I don't want to wake up tomorrow.",
    "Her father makes her kneel on rice as a punishment.",
    "Sister of 6 is left in charge of the twins while mum is at the pub.",
    "She has lost two stone and hides food up her sleeve, says she throws up after lunch.",
    "He said older lads stabbed his friend and he is next.",
    "He is collecting stuff for a gang and cannot say no because he owes them.",
    "She told me she missed two periods and is frightened of what dad will do.",
    "He says he hears a voice telling him to kill himself.",
    "Her carer calls her worthless and makes her eat off the floor.",
    "He said his nan gives him her sleeping pills so he is quiet.",
    "There is no electricity in the house and the baby has no milk.",
    "He wrote goodbye letters to everyone in his form.",
    "Uncle pinches him where nobody can see.",
    "He was seen handing small bags to Year 7s and has two phones.",
    "Her mum drinks every night and drives her to school after it.",
    "She says she was drugged at a party and does not remember what they did to her.",
    "He said that he will bring a gun and they will all be sorry.",
)
"""Every one of them has to be noticed."""
LOOKING_SO = (
    "Hit the target for reading three weeks running.",
    "Made banana bread with bruised bananas.",
    "Watched Home Alone at the Christmas club and laughed a lot.",
    "Chose Suicide Squad for film club; suggested another one.",
    "Beat the level on his spelling app.",
    "Dying to show me her new drawing.",
    "Kicked off the meeting with a biscuit.",
    "Punched the air when he saw his mark.",
    "A shot in the arm for his confidence.",
    "Touched on the topic of friendships.",
    "Choked back a laugh in assembly.",
    "Her dad was drafted into the parents' five-a-side.",
    "He is dead keen on coding.",
    "She was over the moon, hugging everybody.",
    "Mum drops him off early as she starts work at seven.",
    "They shared photos of the trip for the display.",
    "The cuts to the bus service mean he gets home late.",
    "Scarred knee from football in Year 3, proud of it.",
    "He threw himself into the project.",
    "Gang show auditions next week.",
    "She bombed the maths test and wants to try again.",
    "A hit with the younger ones at reading buddies.",
    "Neglected his homework diary, so we set a reminder.",
    "Drew knives and forks for the café project.",
    "Missing his old school and his friends there.",
    "His nan feeds him too much cake on Sundays.",
    "Got a paper cut while laminating.",
    "Hungry for success in the cup match.",
    "She is groom's sister at the wedding on Saturday.",
    "Father away with the army until March; they call on Sundays.",
    "Her uncle is teaching her to drive tractors.",
    "Lockdown drill went calmly, she used her breathing card.",
    "A man from the council came to talk about recycling.",
    "Took two paracetamol at the medical room for a headache.",
    "Grandmother died on Friday; he cried and wanted to be with friends.",
    "Stabbed at the answer and got it right.",
    "Hurt his ankle in PE and hopped to lunch.",
    "She whips up a storm in food technology.",
    "Her brother beat the school record in the 800 metres.",
)
"""None of them may be."""
MORE_FOR_THE_LEAD = (
    "Mum's new partner squeezed his arm till it went purple.",
    "She showed me fresh cuts under her sleeve.",
    "His cousin gives him phones and cash to drop packages off.",
    "She is not going home tonight because her brother said he would kill her.",
    "She whispered that somebody made her touch him.",
    "He said if he tells anyone his dad will hurt his little sister.",
    "Her aunt is taking her to Somalia in the holidays to be cut.",
    "Dad was arrested last night for beating mum; the children saw it.",
    "Child said he is made to sleep in the shed when he is bad.",
    "Mother hits her with a belt when grades drop.",
    "He has been sofa surfing since dad threw him out.",
    "He has burn marks on his back the shape of an iron.",
    "He told me that men come to the flat at night and give mum money.",
    "She flinched when I raised my hand and said please don't hit me.",
    "Dad strangled the dog in front of him to teach him a lesson.",
    "She has been missing since Friday; found with two adult men.",
    "She said a teacher at her last school kissed her.",
    "She says she deserves to be punished and hits her head on the wall.",
    "He said his dad makes him watch dirty films.",
    "She said mum's boyfriend walks in on her in the bathroom on purpose.",
    "He said his dad whips him with a phone charger.",
    "She keeps her coat on because of the bite on her shoulder, will not say who did it.",
    "Stepmum makes him stay in the cellar when visitors come.",
    "She said a lad in Year 12 forced her to send a picture of herself undressed.",
    "He asked me whether it hurts when you die.",
    "Mum's ex waits outside the school and says he will burn the house down.",
    "She has not been given dinner since Tuesday as a punishment.",
    "He says he is scared to go home because the men are back.",
    "Grandad rubs her legs when nobody is in the room.",
    "She told me her period is late and her mum must not know.",
    "He pulled out his eyelashes and has burned his hand with a lighter on purpose.",
    "A driver from the takeaway gives her vapes and lifts.",
    "He said he would stab the boy who owes him money.",
    "She said they broke dad's ribs in front of the kids.",
    "His sister was sent to Pakistan and is now engaged at fifteen.",
    "She cried and said please do not tell them or he will hit mum again.",
    "He lives in a car with his mum since half term.",
    "Her mum was so drunk that she could not open the door.",
    "He said the coach showers with the boys.",
    "She wrote that everyone would be happier without her.",
)
"""A list of which a few may be missed: no list of words finds everything."""
MORE_LOOKING_SO = (
    "We cut out cards for the memory game.",
    "He killed it in the talent show.",
    "Battered by the wind on the walk to school, hair everywhere.",
    "She was in stitches about the joke.",
    "He burns through books at the moment.",
    "Slept in and missed the bus.",
    "Felt sick before the oral exam; breathing helped.",
    "Killing time before the bell, he tidied the shelf.",
    "Drama group rehearsed the murder mystery.",
    "Tied up with revision, he asked for a shorter session.",
    "Strangely quiet today; said he was tired after swimming.",
    "Ran away with the idea and wrote four pages.",
    "Talked about the bruise on her apple from the packed lunch.",
    "Pregnant pause before she said yes to the play.",
    "He is scared of the dark, we read a book about it.",
    "Weapon of choice: the highlighter.",
    "Loves true crime podcasts.",
    "Home alone time is his favourite for practising drums.",
    "Parents fight for more crossing patrols at the gate.",
    "He handed small cards to Year 7 for the buddy scheme.",
    "He whipped cream for the pudding in food technology.",
    "She bit into the apple and lost a tooth, very proud.",
    "Cellar visit at the museum was the best part of the trip.",
    "Mum forced a smile after the long meeting.",
    "We talked about why the plants die without water.",
    "His burning question was about black holes.",
    "Dinner money was late this week; office informed.",
    "She was scared to go on stage but did it.",
    "Grandad picks her up on Tuesdays.",
    "Period 4 was hard for her; period 5 went well.",
    "He pulled out all the stops for the assembly.",
    "The driver of the school bus praised him.",
    "Owes his friend a book, will bring it tomorrow.",
    "They broke the school record in the relay.",
    "His sister has got engaged and he is a page boy.",
    "Please do not tell him about the surprise card.",
    "The family lives in a caravan by the sea in summer.",
    "Could not open the door of her locker, caretaker helped.",
    "The coach showed the boys a new drill.",
    "Everyone was happier after the break.",
)
"""A list of which hardly one may be noticed."""


@pytest.mark.parametrize("text", FOR_THE_LEAD)
def test_what_belongs_with_the_safeguarding_lead_is_noticed(text: str) -> None:
    assert may_hold_a_disclosure(text)


@pytest.mark.parametrize("text", LOOKING_SO)
def test_what_only_looks_like_it_is_let_be(text: str) -> None:
    assert not may_hold_a_disclosure(text)


def test_of_the_other_list_nine_in_ten_are_noticed() -> None:
    assert sum(map(may_hold_a_disclosure, MORE_FOR_THE_LEAD)) * 10 >= len(MORE_FOR_THE_LEAD) * 9


def test_of_the_harmless_ones_hardly_one_is_noticed() -> None:
    assert sum(map(may_hold_a_disclosure, MORE_LOOKING_SO)) <= 1

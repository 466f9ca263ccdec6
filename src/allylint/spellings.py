"""One spelling for many: what the fold may write differently, because nothing else is meant."""

_CHAT = """
u=you r=are ya=you yr=your ur=your urself=yourself pls=please plz=please sry=sorry srry=sorry
soz=sorry thx=thanks thnx=thanks ty=thank_you tysm=thank_you tnx=thanks ppl=people cuz=because
coz=because bc=because tho=though thru=through gonna=going_to wanna=want_to
gotta=got_to idk=i_don't_know dunno=don't_know kinda=kind_of sorta=sort_of rly=really srsly=seriously
tbh=to_be_honest imho=imo w/=with w/o=without smth=something abt=about bcs=because ofc=of_course
ngl=not_going_to_lie convo=conversation defo=definitely
"""
_APOSTROPHES = """
im ive dont didnt doesnt isnt arent wasnt werent cant wont couldnt wouldnt shouldnt hasnt havent
hadnt aint mustnt neednt thats whats theres youre theyre hes shes youve theyve weve youll theyll
itll thatll youd theyd wheres hows heres whos yall
"""
_BRITISH = """
behaviour colour favour favourite honour humour labour neighbour neighbourhood rumour endeavour
coloured colours favours neighbours behaviours colourblind colour-blind
"""
_MORE = """
offence=offense defence=defense licence=license centre=center grey=gray judgement=judgment
offences=offenses defences=defenses programme=program cheque=check mum=mom mums=moms maths=math
anymore=any_more learnt=learned whilst=while towards=toward sceptical=skeptical practise=practice
apologise=apologize alright=all_right practised=practiced sorrry=sorry apologises=apologizes
antiracist=anti-racist antiracists=anti-racists antisexist=anti-sexist lgbtqia+=lgbtq+ lgbt=lgbtq+
lgbtq=lgbtq+ lgbtqia=lgbtq+ lgbt+=lgbtq+ lgbtqi+=lgbtq+ folx=folks peeps=people
"""
_IZE = """
apologi recogni reali organi critici minimi marginali normali generali criminali sympathi empathi
emphasi summari victimi tokeni stigmati traumati prioriti patroni sexuali radicali politici trivali
triviali utili characteri capitali categori hospitali publici memori optimi maximi finali initiali
"""
_IZE_ENDINGS = ("se", "sed", "ses", "sing", "sation", "sations", "ser", "sers")


def _pairs(text: str) -> dict[str, str]:
    pairs = (entry.split("=") for entry in text.split())
    return {odd: plain.replace("_", " ") for odd, plain in pairs}


def _with_apostrophe(word: str) -> str:
    for ending in ("nt", "ll", "ve", "re", "m", "s", "d"):
        if word.endswith(ending):
            cut = len(word) - len(ending)
            return word[:cut] + ("n't" if ending == "nt" else "'" + ending)
    return word.replace("yall", "y'all")


SPELLINGS: dict[str, str] = (
    _pairs(_CHAT)
    | {word: _with_apostrophe(word) for word in _APOSTROPHES.split()}
    | {word: word.replace("our", "or") for word in _BRITISH.split()}
    | {stem + end: stem + "z" + end[1:] for stem in _IZE.split() for end in _IZE_ENDINGS}
    | _pairs(_MORE)
    | {"cannot": "can't", "yall": "y'all"}
)

ADVERBS = (
    "honestly genuinely truly sincerely really deeply totally absolutely completely very extremely "
    "incredibly terribly awfully literally definitely seriously frankly utterly entirely thoroughly"
).split()
"""Set aside wherever another word follows: they weigh a word and change no move."""

ASIDES = (
    "of course|like|well|look|i mean|you know|i guess|i suppose|to be fair|to be honest|for sure|"
    "obviously|clearly|perhaps|maybe|again|please|as always|in fact|indeed|lol|lmao|haha|folks|"
    "everyone|everybody|all|guys|friends|y'all|mate|man|dude|bro|hun|love|dear|sir"
).split("|")
"""Set aside only where commas set them off."""

"""The ways in which a firm says when a candidate will hear. Only within one of these is a time read without asking.

The rows are written as in pattern.py, with “;” between them; {time} is where the time stands, {plain} any word that
could be a name. Hedges and marks are left out before. To teach the reader a way of saying it, add a line under
"sentence", or a word to one of the pieces above it. What is added is read in silence, so it must be able to mean
nothing else: neither a day of the candidate's own nor one of a meeting.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from day12_data.promise.find import Found
from day12_data.times.grammar import Grammar, Reader, texts
from day12_data.times.spellings import listed
from day12_data.times.tokens import Token

_PIECES = """
det: the|our|my|their|its|your|a|an|his|her|some|any|this|that
role: team|teams|manager|managers|panel|committee|board|company|hr|people|folks|recruiter|recruiters|recruitment ;
    recruiting|director|directors|lead|head|boss|client|ceo|cto|cfo|vp|department|dept|partner|partners|agency ;
    talent|lady|guy|guys|rep|coordinator|assistant|owner|founder|founders|colleague|colleagues|leadership ;
    management|staff|interviewer|interviewers|council|firm|principal|everyone
person: someone|somebody|one
who: we|they|he|she|someone|somebody all? ; one of us|them|{role} ; one of {det} {role} ;
    {person} from|in|at {det}? {plain} ; {person} from|in|at {plain} {plain} ; {det}? {plain}? {plain}? {role} ;
    {det} {role} of|in|at|from|for {det}? {plain}
modal: will|would|should|shall|may|might|can|could|then|also|all|do|does|always|still|now|be ;
    is|are|am|be? ought|due|likely|set|ready|able|going|supposed to ;
    is|are|am|be? hoping|aiming|planning|expecting|intending|trying|looking|meaning to ;
    hope|hopes|aim|aims|plan|plans|expect|expects|intend|intends|try|tries|look|looks|want|wants|tend|tends to ;
    promise|promises|promised|mean|means|like|need|needs to ; plan|plans|planning on
modals: {modal} {modals}?
you: you|me|candidates|applicants|everyone|everybody|people ; the|all candidates|finalists|applicants ;
    every|each candidate
adj: final|formal|official|firm|definite|hiring|written|first|initial|quick|phone|more|further|interview|full|clear ;
    definitive|positive|a|an|the|our|their|any|some|concrete|next ; yes or no
adjs: {adj} {adjs}?
word: decision|decisions|answer|answers|result|results|news|outcome|outcomes|verdict|feedback|response|reply|update ;
    word|shortlist|info|information|selection|details|offer|offers|call|letter|notification|conclusion|email ;
    next steps ; yes or no ; offer letter
# Of these, those that can be only the firm's: “answer by Friday” may be the candidate's.
news: decision|decisions|result|results|news|outcome|outcomes|verdict|feedback|update|word|shortlist|notification ;
    offer letter ; yes or no ; hiring decision ; final answer ; callback ; call back
# These may be the candidate's, unless they come or go out.
reply: answer|offer|offers|response|reply|call|calls|email|emails|letter|letters
some_word: {adjs}? {word}
a_word: {some_word} ; {some_word} or|and {some_word}
back: back|again|directly|personally|out|first|all|both|up|today
from: from|by|with us|me|them|him|her|hr|someone ; from {plain} ; from|by {det} {plain}? {role}
tell: tell|tells {you} more|something ;
    call|calls|calling|ring|rings|phone|phones|email|emails|mail|text|contact|contacts {back}? {you} {back}? ;
    notify|notifies|inform|informs|update|updates|tell|tells|message|ping|pings|answer|write {back}? {you} {back}? ;
    write|writes back? to {you} ; let|lets|letting {you} all? know more? ; be? back to {you} ;
    get|gets|getting|come|comes|circle|report|revert right? back|backs? to|with {you} ;
    be|is|are|get|gets back? in touch|contact again? {to_you}? ; call|ring|email|text|phone|send|write {you} {a_word} ;
    call|ring|email|text|phone|update|contact|ping {you} {via} ; reach|reaches|reaching back? out {to_you}? ;
    follow|following|follows up with {you} ; respond|responds|reply to {you} ;
    give|gives|giving|send|sends|sending|have|has|having|get|gets|getting {you} out? {a_word} ;
    send|sends|sending|have|has|having|get|gets|getting out? {a_word} back|out? for|to {you} ;
    shoot|shoots|drop|drops {you} {a_word} ; shoot|shoots|drop|drops {you} a line|note|message|text ;
    give|gives|giving you|me|us a ring|shout|bell|buzz|message|text
via: on|by|via|over the? phone|slack|email|teams|text|whatsapp|linkedin ; with {a_word}
tells: calls|rings|phones|emails|texts|contacts|updates|pings|tells|notifies|informs {you} back? ;
    gets|comes back to {you} ; lets {you} know ; calls|rings|phones|emails|replies|decides
to_you: with|to {you}
# What a firm does that the candidate hardly does.
decide: decide|decides|deciding ; decide|decides|deciding on {det}? {role}|{what} ; {make} up|to|out? {adjs}? {news} ;
    make|makes|making up? {det} mind|minds|choice|selection|hire ; come|comes|coming to {det} conclusion|decision ;
    make|makes|making|extend|extends|send|sends|sending out? {adjs}? offer|offers|call|calls|emails|invitations ;
    choose|chooses|choosing|pick|picks|picking|select|selects {chosen}? ; be in touch ; reach out ; follow up ;
    call|calls|ring|rings|phone|email|emails|write|respond|reply|answer|inform|announce|confirm {back}? ; circle back ;
    announce|confirm it|this|that ; call|ring|write or|and email|call|ring|write|text ; let me know
what: role|candidate|candidates|finalist|hire|position|it
# “They want to know by Friday” is the candidate's answer.
surely: will|would|should|may|might|could|can ; hope|hopes|expect|expects|hoping|expecting|going to
chosen: someone|somebody ; a|the candidate|finalist
make: make|makes|making|reach|reaches|reaching|have|has|having|give|gives|giving|announce|announces|share|shares ;
    send|sends|issue|communicate|release|finalise|finalize|finalising|finalizing|get|come
hear: hear|hearing|hears {back}? {something}? back? {from}? ; know {something}? ; find out ; learn more ;
    have|get|receive|given|see|getting|receiving {a_word} back? {either}? {from}? ; be given|getting {a_word} {from}? ;
    get told|called|emailed|rung|phoned ; be told|informed {either} ;
    be informed|told|notified of|about {det} {word} ;
    be told|contacted|informed|notified|called|emailed|updated|phoned {from}?
something: something|anything|more|news|{either} ; the news|result|outcome|decision|results ; where you stand ;
    about it|that|this ; about the result|outcome|decision|results|role|position
either: either way ; 1|one way or the? other|another ; whatever happens ; regardless
process: it|that|this|things|everything|which ; {det}? background checks ;
    {det}? {hiring}? {hiring}? process|deliberations|review|approval|approvals|turnaround|decision|feedback
hiring: full|whole|entire|hiring|interview|review|selection|decision|recruitment|recruiting|approval|internal ;
    application|offer|final|typical|usual|normal|legal
takes: take|takes|taking|need|needs|run|runs|last|requires
timeline: {named_timeline} ; {named_timeline} for|on|to {adjs}? {word} ; {named_timeline} to {decide}|{hear}
named_timeline: {det}? {plain}? timeline|timeframe|timescale|turnaround|eta|target|wait time|date? ;
    {det}? {plain}? goal|aim|plan|estimate|expectation ; {det}? {plain}? time frame|line ;
    decision|response|feedback|decisions date|time|timeline|window
said: i? been|was|got told|promised|quoted that? ; told|quoted|said|say me? that|to? ; according to {who}|{plain} ;
    {who}|{plain} just|also? {says} that? ; {plain} {plain} {says} that? ; per {plain}|{who} ; chances are ;
    my|best guess is ; i would? expect|think|say|imagine that? ; i would hope ; i am confident|sure|thinking that?
says: said|says|say|reckon|reckons|think|thinks|guess|guesses|guessed|mentioned|promised|estimate|estimates|estimated ;
    quoted|indicated|suggested|wrote|advised|confirmed|reckoned ; told|promised|tells|quoted me|us
expect: expect|anticipate|expecting ; you|i can|should|will|could|may|would expect|anticipate ;
    you can|should be expecting ; you|i am|are expecting ; look|watch out? for ; you can|should|will look|watch out? for
give: please? just? give|allow|grant ; bear with ; leave it with
no_news: no news|word|reply|answer|response|contact|call|email {back_from}? ; nothing back|heard|else? {back_from}? ;
    not heard back|anything? {back_from}?
back_from: back? {from}
which: the|successful|unsuccessful|shortlisted|selected
unheard: if you|i|we still? do|have not still? heard|hear|get|got {anything}? {from}? ;
    if you|i have? hear|heard nothing {from}? ; if there? is? {no_news} ; there is {no_news} ;
    if you|i|we get no {word} {from}?
anything: anything|something|back back? ; back anything ; a? word|reply|decision|answer
chase: i? will|can|should? chase|ping|nudge|call|ring|phone|email|contact|remind {whom}? ;
    i? will|can|should? follow|chase|check|reach up|in|back|out? with|to? {whom}?
whom: them|him|her|hr|me|us|{plain} ; {det} {role}
chase_if: {chase} if {unheard_short}
unheard_short: {no_news} ; i|they|you have not heard|replied|called back|anything? {from}? ;
    i|you do not hear back|anything? {from}? ; nobody|noone has called|replied
head: ok|okay|so|and|but|yes|yeah|yep|right|also|great|hi|hello|thanks|update|fyi|note|sorry|sure|oh|hmm {head}? ;
    anyway|otherwise|then|now|all|good|nice|cool|lovely|perfect|look|hey|either|well {head}? ; either way ;
    if you are successful|selected|shortlisted|chosen {head}? ; no worries|problem ; good news
tail: {end}|{purpose} {tail}?
ends: {end} {ends}?
# “a week to decide” may be the candidate's week.
purpose: to {tell}|{hear}|{decide} ; to sort it|ourselves|things? out ;
    with|about|on|regarding|re|for {adjs}? role|position|job|application
end: from us|me|them|him|her|hr ; {either} ; with|about|on|regarding|re|for {adjs}? {word} ; for you ;
    depends|depending on {det}? {plain} ; acc|according to {det}? {plain} ; thanks|thank so|you? much? ;
    maybe|possibly|or|could|may|might be? longer|more|sooner|earlier|less ; no worries|problem|pressure ;
    cheers|then|ok|okay|again|so|max|internally|usual|standard|now|sorry|itself|tops|mate|please|latest ;
    i promise|expect|imagine|hope ; i am afraid|told ; to be honest|safe|sure ; i would have thought ;
    as usual|agreed|discussed|planned|always|promised|standard ; i would|should think|imagine|guess|say|expect ;
    {who} {says} ; said {plain}|{who} ; and|then then? i|{who} {modals} {tell} ; and|then then? you {modals} {hear} ;
    but|though? no promises|guarantees ; but {who}? can not promise|guarantee ; by|via phone|email|post ;
    over|on the phone ; after the|your|our|my interview|call|chat ; all being well
copula: be|is|are|being|get|gets|come|comes|coming|due|out|ready|go|goes|going|available|in|back ;
    to|there|for|with|set|planned|you|me|through|follow|follows|here ; by phone|email
copulas: {copula} {copulas}?
done: made|published|released|posted|shared|sent|announced|communicated|finalised|finalized|taken|given|reached
dones: {copula}|{done} {dones}?
aim: looking at? ; aiming|hoping|shooting|planning|pushing|going for ; looks|looking like ;
    targeting|thinking|talking|expecting|planning on?
guess: i? would? guess ; i? would? give|call|make it ; let us say|call it? ; i would ;
    it|that? will|would|should|could|might|may be|take ; should|will|would|may|might|could know|hear
core: {who} {modals}? {tell}|{decide} ; {who} {surely} know more|something? ; i have? {modals} {tell} ;
    {plain} will|would|should|promised|to to? {modals}? {tell} ;
    will|would|should|to|hopes|hoping|aiming|going to? {modals}? {tell} ; will|hopes|aims to? {modals}? {decide} ;
    will|should|might know more|something? ;
    will|would|should|to|hopes|hoping|hope|expect|can|may|might to? {surely}? {hear} ;
    you|candidates|applicants|everyone {modals}? {hear} ;
    all? {which}? candidates|applicants|finalists {modals}? {hear} ;
    i will|should|would|might|may|could {surely}? {hear} ; i get told|called|emailed|rung|phoned ;
    i get a call|ring|email|answer|letter ; i am|can|expect going|supposed|expect? to {hear} ;
    hear|hearing {back}? {something}? {from}? ; {expect} to {hear} ; {expect} {a_word} back? {from}? ;
    {expect} us to {tell} ; {expect} ; {give} us|me|them|it|hr|him|her another|up? to? ; {give} {det} {role} ;
    {process} {modals}? {takes} us|them|me|hr|it|{who}? {to_do}? ; {process} {surely} {modals}? be ;
    {who} {modals}? take|takes|need|needs|require|requires ; we|they|you|i|it? is|are|am|was? {aim} ;
    {timeline} is|of|will|would|should|are? be|to? for? ; {adjs}? {news} {modals} {dones} ; {role} {news} ;
    {adjs}? {news} is|are {dones} ; {adjs}? {news} {copulas}? ; {adjs}? {news} from {plain} ;
    {adjs}? {news} on {adjs}? steps|step|round|stage ; {role}? {plain} {tells} ; back to me|you ;
    {role} {plain} {modals} {tell} ; {adjs}? {reply} {modals} {dones} ;
    {adjs}? {reply} come|go|comes|goes|coming|going|due {copulas}? ; {guess}
time: {span}|{when}|{on}
span: {bound}|{count}
to_do: to {decide}|{tell}|{hear} ; to complete|finish
sentence: {core} for|before|by|around? {time} ; {adjs}? {news} {done} {span} ;
    {det}? {hiring}? process|turnaround|approval is {span} ; {unheard} for|in? {span} {anyhow}? ;
    {no_news} for|in? {bound} {anyhow}? ; {chase_if} for|in? {span} ; {time} is|was|are|would? what? {who} {says} ;
    {time} is|was|what? {plain} {says} ; {time} according|per to? {who} ; {time} according to {plain} ;
    {time} is|are|would be? usual|typical|standard|normal|likely ;
    {time} is|are|would be? the|our usual|norm|plan|target|goal|aim|timeline ;
    {time} is? when? {who} {modals}? {tell}|{decide} ; {time} i {modals} {tell} ;
    {time} is? when? you {modals} {hear} ; {time} for|to|on? {adjs}? {news}
# A firm that speaks to the candidate: whatever else it says in other sentences, this is its promise.
spoken: {modals}? {tell} {time} ; i|{plain}|{who} {modals} {tell} {time} ; {who} {modals} {decide} {time} ;
    you {modals} {hear} {time} ; {expect} to {hear} {time} ; {expect} {a_word} {time}
anyhow: {plain}|{word_kind} {anyhow}?
text: {head}? {said}? {said}? {sentence} {tail}? ; {head}? {time} {ends}? ; {head}? hr|recruiter {span} {ends}? ;
    {head}? {said}? {brief} {ends}? ; {head}? {said}? {give} us|me {brief} {tail}? ;
    {head}? {said} {said}? {span}|{when} {ends}?
promise: {head}? {spoken} {tail}?
# What says by itself that it is about hearing, whatever stands in the clauses around it.
clause: {head}? {said}? {sentence} {tail}? ; {head}? {said} {span}|{when} {ends}?
"""
_NO_NAME = listed(
    "i you we they he she it no not nobody none neither never nothing other another to if when until unless before "
    "after since old previous last ex once my me us will would should can could may might must said says that is are "
    "was were and or but so then by in on at for of with from give need needs call have has had be do does did am been "
    "their our your the a an his her this these those what who which why how as than just also only even more less too "
    "very any some all both each every own friend references reference glassdoor linkedin reddit google website advert "
    "current present"
)
# “if nothing by Friday I take the other offer”: a plan of the candidate's own.
_OWN = listed("other another take sign accept withdraw lapses gone")
_LONGEST = 45  # words: no frame is as long


def here(time: Found, words: Sequence[Token]) -> Token:
    """The time of a sentence as one token: bound where it sets a last day, as “by Friday” and “in two weeks” do."""
    first, span = words[time.first], time.span
    kind = "on" if first.text == "on" else "when"
    if span and span.unit in ("minute", "hour") and span.latest == span.earliest and first.text not in ("in", "within"):
        kind = "brief"  # “it takes 30 minutes” is a test or a call
    elif time.bound:
        kind = "bound"
    elif first.text in ("in", "after") or (span and span.unit):
        kind = "count"
    return Token("", kind, None, first.start, first.start)


def fits(name: Literal["text", "clause", "promise"], sentence: Sequence[Token]) -> bool:
    """Whether a sentence is known to say when one will hear, the time in it being one token.

    A `text` does so by itself, a `clause` in whatever text it stands; a `promise` speaks to the candidate.
    """
    if len(sentence) > _LONGEST or (name == "promise" and all(word.text != "you" for word in sentence)):
        return False
    words = [_kind(word) for word in sentence]
    return any(end == len(words) for end, _ in Reader(_grammar(), words).read(name, 0))


@cache
def _grammar() -> Grammar:
    return Grammar(texts(_PIECES))


def _kind(word: Token) -> Token:
    if not word.text:
        return word
    if word.text in _OWN:
        return word._replace(kind="own")
    return word._replace(kind="word_kind" if word.text in _NO_NAME or not word.text.isalpha() else "plain")

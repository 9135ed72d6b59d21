"""The words that say nothing about a day: to teach the reader another one, add it here.

Words that turn a meaning round (not, until, minimum, except ...) must never be listed here.
"""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(words.split())


# They may stand anywhere, inside a date too, and move nothing (C4).
HEDGES = listed(
    "asap shortly straight immediately soonish towards toward nearly almost only just inclusive calendar about "
    "around roughly approximately approx approximatively circa ca maybe perhaps possibly probably likely "
    "hopefully presumably ideally realistically typically usually generally normally ish say like somewhere "
    "sometime anytime anywhere either definitely surely really actually basically honestly kinda sorta well even "
    "literally potentially conceivably expected estimated apparently supposedly supposed tentatively "
    "provisionally loosely exactly precisely sharp pretty quite fairly very fully definately probaly prolly dunno "
    "prob positively absolutely absolute "
    "abt poss def obvs obviously em er um uh erm hmm ok okay yeah yes yep fine right alright please thanks thank cheers"
)

# Of these, the ones that offer a second answer: "a week, maybe two".
PERHAPS = listed("maybe perhaps possibly potentially conceivably")

# They carry no date and stand around one: "you should hear from us", "HR usually takes".
TALK = listed(
    "i you we they he she it me us them him her your our their its his my mine ours yours who everyone everybody "
    "somebody someone anyone ill youll well theyll hell shell id youd wed theyd im youre were theyre weve youve ive "
    "theyve lets thats heres will would shall should can could might must do does did done doing be been being is are "
    "was am have has had having gonna going go goes gotta get gets got getting give gives giving gave let letting "
    "allow allows make makes made making take takes taking took taken hear hears heard hearing tell tells told "
    "telling know knows known knowing knew say says said saying think thinks thought thinking guess guesses reckon "
    "believe suppose imagine expect expects expecting anticipate anticipates aim aims aiming plan plans planning "
    "intend intends intending hope hopes hoping promise promises promised promising guarantee try tries trying want "
    "wants wanted wanting wish like likes need needs needed call calls calling called phone phones phoning phoned "
    "ring ringing email emails emailing emailed mail mails write writes writing text texting message messages ping "
    "pings contact contacts contacting contacted reach reaches reaching touch update updates updated updating inform "
    "informs informed notify notifies notified follow follows followup respond responds responding response reply "
    "replies replying answer answers answering answered feedback news word decide decides decided deciding decision "
    "decisions verdict outcome result results offer offers yea final finalise finalize finalising finalizing "
    "conclusion conclude confirm confirms confirmed confirming confirmation information info details announcement "
    "announce announced notification return returns returning revert come comes sort sorted team hr recruiter "
    "recruiters recruiting recruitment manager managers hiring boss ceo cto cfo director directors committee panel "
    "board company people folks talent department headhunter agency agent coordinator office guys candidate "
    "candidates applicant applicants interview interviews interviewer interviewers process processes step steps "
    "things schedule timeline timelines timeframe frame turnaround window wait waiting period review reviews "
    "reviewing reviewed deliberate deliberating deliberation discuss discussing discussion budget paperwork internal "
    "internally position role job opening vacancy application applications definite definitive something there here "
    "side everything all both check checks checking yet feel free way circle circling loop looping base swing "
    "eventually somewhen anything stay tuned sit tight hold hang keep keeps keeping kept posted bear patient patience "
    "speak speaking talk talking chat catch send sends sending sent receive receives received receiving see seeing "
    "look looking looks great cool nice perfect lovely awesome sorry sure certain certainly course problem worries "
    "apologies unfortunately afraid honest fair safe with that what when how why which where because cause too also "
    "just again still currently meanwhile usual normal standard typical average estimate estimation range ballpark "
    "rule thumb guideline target deadline eta tat overall total moving move moves proceed proceeding wrap wrapping "
    "wrapped personally directly anyway anyhow simply kindly hi hello hey dear regards vary varies depends depending "
    "depend required require requires requiring lasts run runs running happen happens happening occur occurs drop "
    "line shoot contract paper selected successful chosen shortlist shortlisted choose choosing choice pick hire "
    "hired hires person somehow finished myself yourself ourselves themselves himself herself itself suggest suggests "
    "suggested propose proposes proposed figure figures meet meets meeting meetings met went sign signs signing "
    "signed works spoke someday often enjoy enjoyed appreciate appreciated pleasure glad happy excited thrilled "
    "delighted listen frankly candidly align aligned alignment sync syncing huddle debrief debriefing regroup "
    "reconvene reconnect compare comparing notes scores shout holler buzz bell letter note salary package "
    "compensation background reference references evaluation evaluate evaluating assess assessing assessment weigh "
    "weighing interviewing shortlisting leadership management client clients legal finance admin assistant secretary "
    "colleague colleagues supervisor lead head vp founder owner principal chair dean partner partners moment moments "
    "mean means meant wondering curious question questions advise advised ready prepared fast swift quick promptly "
    "prompt commit committed able probable doubtless chances odds bet track momentarily round rounds stage stages "
    "phase phases panels callback callbacks approve approves approved approval agree agrees agreed vote votes voting "
    "assume assumes planned extend extends extended minds mix notice voicemail linkedin slack teams zoom skype "
    "whatsapp inbox spam folder eye eyes ear ears mind mate mates buddy pal sir madam maam dude intimate intimated "
    "invite invites invited invitation invitations slow ugh filled fill filling guaranteed written policy ops mgr "
    "mgrs hm rec recr recs hrbp ppl lady man chap lad lass gal bosses chief chiefs trustee trustees governor "
    "governors council faculty provost chairman exec execs officer officers deputy coordinators dept depts staff crew "
    "squad finalists associates supervisors consultant consultants md svp evp cio coo acquisition resources human "
    "resourcing personnel folk friend friends partnership headhunters executive executives interviewed msg msgs dm "
    "dms sms portal website dashboard telephone cell vm voicenote docusign link links letters packet memo messenger "
    "telegram mailbox noticeboard online verbally formally informally verbal formal official via scorecard scorecards "
    "scoring score debriefs calibration calibrate calibrating consensus headcount budgets signoff signoffs approvals "
    "refs ref ranking rankings deliberations comp grading stuff status selection selections requisition comms "
    "outcomes determination recommendation recommendations recommend candidature profile profiles portfolio cv cvs "
    "resume resumes document documents packets reckons reckoned mentioned texted pinged chatting chatted mull mulling "
    "compile compiling collate collated collating tally tallied narrow narrowing gather gathering collect collecting "
    "communicate communicated communication communications convey conveyed share sharing shared consult confer "
    "deliver delivering delivered dispatch dispatched despatched joked shrugged mumbled lol tbh fyi imo btw omg meh "
    "haha hehe yay thx ty pls plz u ur cos coz cuz bc confident keen hopeful busy swamped backlogged slowly thorough "
    "super bit lot lots loads nervous vibes impressed liked love loved wonderful fantastic brilliant fab amazing "
    "terrific delightful grateful gratitude welcome congratulations congrats privilege honour honor interesting "
    "insightful helpful useful generous words conversation conversations sincerely faithfully wishes warmly cheerio "
    "ciao bye goodbye accordingly transparent transparency candid honesty responses notifications announcements "
    "whatever anyways indeed naturally speedy speedily pronto thoughtfully carefully properly collectively jointly "
    "together centrally hq respectively finger fingers crossed ought sla seen"
)

# Talk that names what goes on, not what is decided: "interviews run until Friday" promises nothing.
ACTIVITY = listed(
    "reviewing discussing deliberating talking speaking seeing running run runs interviews interview here posted hold "
    "process position role job vacancy window period review discussion paperwork open closed applications "
    "interviewers office people candidates applicants recruiting hiring looking meeting interviewing frozen paused "
    "deliberation waiting busy swamped backlogged mulling chatting calibrating scoring collecting gathering"
)

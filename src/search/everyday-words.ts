/** English words that people use for one another, by general knowledge; a line is one group, most usual first. */
const GROUPS = `
child kid youngster
person people individual
begin start commence launch
end finish conclude cease
die death dead perish
kill slay murder
escape flee fled
get receive obtain
give provide supply grant
show display exhibit
say state declare announce
tell inform
ask request appeal
help aid assist assistance support
need require
make create produce
build construct erect
buy purchase
big large huge
small little tiny
important significant key major
main chief primary principal
old ancient
new recent modern
fast quick rapid
job occupation profession
work labour labor
money fund finance
war conflict
fight battle combat struggle
attack assault strike raid
win victory triumph
lose defeat loss
soldier troop fighter
army force military
leader head chief
ruler king monarch emperor
country nation state
city town
house home residence
school college university
student pupil
teacher professor instructor
doctor physician
illness disease sickness
cause reason
result outcome effect consequence
change alter modify
increase rise grow growth
decrease fall decline drop reduce reduction
choose select elect pick
vote ballot election
law act legislation
rule govern control
own possess
live reside inhabit
resident inhabitant
marry wed marriage
wife spouse husband
car automobile vehicle
plane aircraft airplane warplane
gun cannon weapon
boat ship vessel
film movie
picture image photo photograph video footage
place location site
area region zone
border boundary frontier
way method
type kind sort
part portion section
piece fragment
name title call
mean signify
think believe consider
want wish desire
try attempt
stop halt prevent
keep retain maintain
send dispatch
leave depart
arrive reach come
go travel move
return back
meet encounter
join unite
split divide separate
destroy demolish ruin
hurt injure wound harm
danger risk threat risky dangerous
safe secure
rich wealthy
poor impoverished
free liberate
answer reply respond response
job task
rest remainder
enough sufficient
whole entire complete
speed velocity
yearly annual
`;

/** Folded words to the others of their groups. */
export const everydayWords: ReadonlyMap<string, readonly string[]> = createTable();

function createTable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const group of GROUPS.trim()
    .split('\n')
    .map((line) => line.split(' '))) {
    for (const word of group) {
      table.set(word, [...(table.get(word) ?? []), ...group.filter((other) => other !== word)]);
    }
  }
  return table;
}

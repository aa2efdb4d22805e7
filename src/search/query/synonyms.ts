/** English words that people use for one another, by general knowledge; a line is one group, most usual first. */
const GROUPS = `
child kid youngster
person individual human
begin start commence launch
end finish cease stop
die death dead perish kill killed fatal
escape flee away evade
receive obtain gain
provide supply grant
display exhibit
say declare announce claim
ask request appeal demand
help aid assist assistance support
need require necessary
create produce generate
build construct erect
buy purchase
big large huge vast
small little tiny
important significant key major
main chief primary principal
old ancient
new recent modern
fast quick rapid speed
job occupation profession work
labour labor
money fund finance
war conflict fight battle combat
attack assault strike raid bomb hit
win victory triumph
lose defeat loss
soldier troop fighter militant
army force military
leader head chief boss
king monarch
country nation state
city town
village settlement
house home residence
school college university
student pupil
teacher professor
doctor physician
illness disease sickness
cause reason
result outcome effect consequence
change alter modify edit
increase rise grow growth
decrease fall decline drop reduce reduction
choose select elect pick
vote ballot election
law act legislation
rule govern control
own possess
live reside inhabit
marry wed marriage spouse
car automobile vehicle truck
plane aircraft airplane warplane jet helicopter
gun cannon weapon
boat ship vessel
film movie
picture image photo photograph
video footage film
place location site
area region zone
border boundary
portion section
want wish desire
goal aim purpose objective intend intention
keep retain maintain
send dispatch
arrive reach
join unite
split divide separate
destroy demolish ruin blow wreck
hurt injure injury wound harm
danger risk threat risky dangerous
safe secure
protect defend guard
rich wealthy
poor impoverished
free liberate
answer reply respond response
rest remainder
whole entire complete
capture seize conquer overrun
yearly annual
hide conceal private secret
error fault mistake wrong
add put insert
fix repair correct
search seek
test check
warn caution alert
`;

/** Folded words to the others of their groups. */
export const synonyms: ReadonlyMap<string, readonly string[]> = createTable();

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

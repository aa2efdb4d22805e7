import fc from 'fast-check';

// On CI property tests run on the same cases every time; `npm run fuzz` names its seeds; elsewhere each run is new.
const { CI, FUZZ_SEED } = process.env;
if (FUZZ_SEED) fc.configureGlobal({ seed: Number(FUZZ_SEED) });
else if (CI) fc.configureGlobal({ seed: 2016_07_01 });

import fc from 'fast-check';

// On CI property tests run on the same cases every time; elsewhere each run looks for new ones.
if (process.env['CI']) fc.configureGlobal({ seed: 2016_07_01 });

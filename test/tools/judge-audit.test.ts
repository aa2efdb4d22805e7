import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { judgeAudit } from '../../src/tools/judge-audit.ts';

const vulnerable = (severity: string, via: readonly unknown[] = ['other']) => ({
  name: 'ws',
  severity,
  isDirect: true,
  via,
  effects: [],
  range: '<8.17.1',
  nodes: ['node_modules/ws'],
  fixAvailable: true,
});

const reportOf = (vulnerabilities: object) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: {} });

describe('judgeAudit()', () => {
  it.each([
    ['nothing was found', {}],
    ['only lesser ones were found', { ws: vulnerable('moderate'), yaml: vulnerable('low') }],
  ])('is content when %s', (_, vulnerabilities) => {
    expect(judgeAudit(reportOf(vulnerabilities))).toEqual({ kind: 'clean' });
  });

  it.each(['high', 'critical'])('names a finding of %s severity, and where to read about it', (severity) => {
    const via = [{ title: 'Denial of service', url: 'https://advisories.example/1', severity }];
    expect(judgeAudit(reportOf({ ws: vulnerable(severity, via), yaml: vulnerable('low') }))).toEqual({
      kind: 'vulnerable',
      findings: [`ws <8.17.1: ${severity}, Denial of service https://advisories.example/1`],
    });
  });

  it.each([
    ['refused', { message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } }],
    [
      'did not answer',
      { message: 'request failed, reason: connect ECONNREFUSED', error: { code: 'ECONNREFUSED' } },
    ],
  ])('does not take it for a clean bill that the registry %s', (_, output) => {
    expect(judgeAudit(JSON.stringify(output))).toEqual({ kind: 'unknown', why: output.message });
  });

  it.each([
    ['nothing', '', SyntaxError],
    ['no JSON', 'npm ERR!', SyntaxError],
    ['another kind of report', '{"auditReportVersion":3,"vulnerabilities":{}}', ZodError],
  ])('fails on %s', (_, output, error) => {
    expect(() => judgeAudit(output)).toThrow(error);
  });
});

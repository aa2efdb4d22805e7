import { z } from 'zod';

/** What `npm audit --json` tells. */
export type AuditVerdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'vulnerable'; readonly findings: readonly string[] }
  /** Nobody has looked: the registry did not answer. */
  | { readonly kind: 'unknown'; readonly why: string };

const SEVERE = new Set(['high', 'critical']);

const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), range: z.string(), via: z.array(z.unknown()) }),
  ),
});
const advisory = z.object({ title: z.string(), url: z.string() });
const failure = z.object({ message: z.string() });

/**
 * Tells a finding from a look that did not take place, which npm itself does not: both end it with 1.
 * @throws when `output` is neither, because an audit that is not understood must not pass for a clean one.
 */
export function judgeAudit(output: string): AuditVerdict {
  const parsed: unknown = JSON.parse(output);
  const audited = report.safeParse(parsed);
  if (!audited.success) return { kind: 'unknown', why: failure.parse(parsed).message };
  const findings = Object.entries(audited.data.vulnerabilities)
    .filter(([, { severity }]) => SEVERE.has(severity))
    .map(([name, { severity, range, via }]) => `${name} ${range}: ${severity}${reasons(via)}`);
  return findings.length === 0 ? { kind: 'clean' } : { kind: 'vulnerable', findings };
}

/** Empty where a package is vulnerable only through another one, which is then listed itself. */
function reasons(via: readonly unknown[]): string {
  const known = via.flatMap((each) => {
    const parsed = advisory.safeParse(each);
    return parsed.success ? [`${parsed.data.title} ${parsed.data.url}`] : [];
  });
  return known.map((reason) => `, ${reason}`).join('');
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTempFolder } from './temp-folder.ts';

/** Paths of PEM files: a certificate for `localhost` with its key, and that of the self-made authority that signed it. */
export interface Certificates {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

/** Gone when the running test has finished. */
export async function makeCertificates(): Promise<Certificates> {
  const folder = await createTempFolder({});
  const openssl = (command: string) => promisify(execFile)('openssl', command.split(' '), { cwd: folder });
  const made = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2';
  await openssl(`req -x509 ${made} -subj /CN=authority -keyout ca.key -out ca.pem`);
  await openssl(
    `req -x509 ${made} -subj /CN=localhost -addext subjectAltName=DNS:localhost -CA ca.pem -CAkey ca.key -keyout node.key -out node.pem`,
  );
  return {
    caFile: join(folder, 'ca.pem'),
    certFile: join(folder, 'node.pem'),
    keyFile: join(folder, 'node.key'),
  };
}

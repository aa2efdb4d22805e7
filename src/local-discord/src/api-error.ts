import type { Problem } from './rules/problem.ts';

/** A request that Discord refuses: HTTP status, Discord's own code, and for a bad body what is wrong where. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

export const invalidForm = (problems: readonly Problem[]): ApiError =>
  new ApiError(400, 50035, 'Invalid Form Body', problems);
export const invalidJson = (): ApiError =>
  new ApiError(400, 50109, 'The request body contains invalid JSON.');
export const emptyMessage = (): ApiError => new ApiError(400, 50006, 'Cannot send an empty message');
export const tooLarge = (): ApiError => new ApiError(413, 40005, 'Request entity too large');
export const tooManyCommands = (max: number): ApiError =>
  new ApiError(400, 30032, `Maximum number of application commands reached (${max}).`);

export const unauthorized = (): ApiError => new ApiError(401, 0, '401: Unauthorized');
export const notFound = (): ApiError => new ApiError(404, 0, '404: Not Found');
export const methodNotAllowed = (): ApiError => new ApiError(405, 0, '405: Method Not Allowed');

export const unknownApplication = (): ApiError => new ApiError(404, 10002, 'Unknown Application');
export const unknownChannel = (): ApiError => new ApiError(404, 10003, 'Unknown Channel');
export const unknownGuild = (): ApiError => new ApiError(404, 10004, 'Unknown Guild');
export const unknownMessage = (): ApiError => new ApiError(404, 10008, 'Unknown Message');
export const unknownWebhook = (): ApiError => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = (): ApiError => new ApiError(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = (): ApiError =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const expiredToken = (): ApiError => new ApiError(401, 50027, 'Invalid Webhook Token');
export const notTheAuthor = (): ApiError =>
  new ApiError(403, 50005, 'Cannot edit a message authored by another user');
export const missingPermissions = (): ApiError => new ApiError(403, 50013, 'Missing Permissions');

/**
 * Codes that only a faulty bot gets. The others may be nobody's fault: a message may be deleted (10008), a token may be
 * wrong (401).
 */
const VIOLATION_CODES = new Set([50035, 50109, 50006, 40005, 30032, 10062, 10015, 40060, 50027]);

export const isViolation = ({ status, code }: ApiError): boolean =>
  VIOLATION_CODES.has(code) || (code === 0 && status !== 401);

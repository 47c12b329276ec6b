import type { IamEvent } from '../events/iam-event.ts';

/**
 * Whether the caller says it is S3 Browser, a Windows client for S3. Rare in normal use of IAM, and the tool of the actor that
 * Permiso calls GUI-vil ("Unmasking GUI-Vil", 2023). Its absence proves nothing: the caller chooses this text.
 */
export const isS3Browser = (event: IamEvent): boolean => /s3 browser/i.test(event.userAgent ?? '');

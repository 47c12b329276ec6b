import * as z from 'zod/mini';
import type { PasswordPolicyFact } from '../../../account/lookup.ts';
import type {
  AccessKeyDetail,
  MfaDevice,
  ServiceCredential,
  SigningCertificate,
  SshPublicKey,
  VirtualMfaDevice,
} from '../../../account/snapshot-credentials.ts';
import { cliTime } from './cli-time.ts';
import { listOf, shaped } from './shape.ts';

const text = z.string('expected text');
const isActive = (status: string): boolean => status === 'Active';

const accessKey = z.object({ AccessKeyId: text, UserName: text, Status: text, CreateDate: cliTime });

/** `AccessKeyMetadata` of `aws iam list-access-keys`, over all users. */
export const readAccessKeys = (json: unknown): readonly AccessKeyDetail[] =>
  listOf(accessKey, 'AccessKeyMetadata', json).map((key) => ({
    id: key.AccessKeyId,
    userName: key.UserName,
    active: isActive(key.Status),
    createdAt: key.CreateDate,
  }));

const summary = z.object({ SummaryMap: z.record(z.string(), z.number('expected a number')) });

/** `aws iam get-account-summary`. */
export const readAccountSummary = (json: unknown): Readonly<Record<string, number>> =>
  shaped(summary, json).SummaryMap;

const flag = z._default(z.boolean('expected true or false'), false);
const passwordPolicy = z.object({
  PasswordPolicy: z.object({
    // Defaults where AWS leaves a field out: GetAccountPasswordPolicy, IAM API Reference, "PasswordPolicy".
    MinimumPasswordLength: z._default(z.number('expected a number'), 6),
    RequireSymbols: flag,
    RequireNumbers: flag,
    RequireUppercaseCharacters: flag,
    RequireLowercaseCharacters: flag,
    ExpirePasswords: flag,
    MaxPasswordAge: z.exactOptional(z.number('expected a number')),
    PasswordReusePrevention: z.exactOptional(z.number('expected a number')),
  }),
});

/** `aws iam get-account-password-policy`. */
export const readPasswordPolicy = (json: unknown): PasswordPolicyFact => {
  const policy = shaped(passwordPolicy, json).PasswordPolicy;
  const { MaxPasswordAge: maxAgeDays, PasswordReusePrevention: reusePrevention } = policy;
  return {
    minimumLength: policy.MinimumPasswordLength,
    requiresSymbols: policy.RequireSymbols,
    requiresNumbers: policy.RequireNumbers,
    requiresUppercase: policy.RequireUppercaseCharacters,
    requiresLowercase: policy.RequireLowercaseCharacters,
    ...(maxAgeDays === undefined || maxAgeDays === 0 ? {} : { maxAgeDays }),
    ...(reusePrevention === undefined || reusePrevention === 0 ? {} : { reusePrevention }),
  };
};

const virtualDevice = z.object({
  SerialNumber: text,
  User: z.exactOptional(z.nullable(z.object({ Arn: text }))),
});

/** `aws iam list-virtual-mfa-devices`. */
export const readVirtualMfaDevices = (json: unknown): readonly VirtualMfaDevice[] =>
  listOf(virtualDevice, 'VirtualMFADevices', json).map(({ SerialNumber, User }) => ({
    serial: SerialNumber,
    ...(User ? { userArn: User.Arn } : {}),
  }));

const mfaDevice = z.object({ UserName: text, SerialNumber: text });

/** `aws iam list-mfa-devices`, over all users. */
export const readMfaDevices = (json: unknown): readonly MfaDevice[] =>
  listOf(mfaDevice, 'MFADevices', json).map(({ UserName, SerialNumber }) => ({
    userName: UserName,
    serial: SerialNumber,
  }));

const serviceCredential = z.object({
  ServiceSpecificCredentialId: text,
  UserName: text,
  ServiceName: text,
  Status: text,
  CreateDate: cliTime,
  ExpirationDate: z.exactOptional(z.nullable(cliTime)),
});

/** `aws iam list-service-specific-credentials`, over all users. */
export const readServiceCredentials = (json: unknown): readonly ServiceCredential[] =>
  listOf(serviceCredential, 'ServiceSpecificCredentials', json).map((found) => ({
    id: found.ServiceSpecificCredentialId,
    userName: found.UserName,
    service: found.ServiceName,
    active: isActive(found.Status),
    createdAt: found.CreateDate,
    ...(found.ExpirationDate ? { expiresAt: found.ExpirationDate } : {}),
  }));

const sshKey = z.object({ SSHPublicKeyId: text, UserName: text, Status: text, UploadDate: cliTime });

/** `aws iam list-ssh-public-keys`, over all users. */
export const readSshPublicKeys = (json: unknown): readonly SshPublicKey[] =>
  listOf(sshKey, 'SSHPublicKeys', json).map((key) => ({
    id: key.SSHPublicKeyId,
    userName: key.UserName,
    active: isActive(key.Status),
    uploadedAt: key.UploadDate,
  }));

const certificate = z.object({ CertificateId: text, UserName: text, Status: text, UploadDate: cliTime });

/** `aws iam list-signing-certificates`, over all users. */
export const readSigningCertificates = (json: unknown): readonly SigningCertificate[] =>
  listOf(certificate, 'Certificates', json).map((found) => ({
    id: found.CertificateId,
    userName: found.UserName,
    active: isActive(found.Status),
    uploadedAt: found.UploadDate,
  }));

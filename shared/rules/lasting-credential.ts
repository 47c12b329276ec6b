import type { IamEvent } from '../events/iam-event.ts';
import { objectAt, textAt } from '../events/json.ts';

/** Which credential beside access keys a call makes, and the id to delete it by. CloudTrail's field names begin in lower case, whence `sSHPublicKey`. */
export const lastingCredentialOf = (event: IamEvent) => {
  const { name, request, response } = event;
  if (name === 'UploadSSHPublicKey')
    return { message: 'sshKey', id: textAt(objectAt(response, 'sSHPublicKey'), 'sSHPublicKeyId') } as const;
  if (name === 'UploadSigningCertificate')
    return {
      message: 'certificate',
      id: textAt(objectAt(response, 'certificate'), 'certificateId'),
    } as const;
  const field = 'serviceSpecificCredentialId';
  const id = textAt(objectAt(response, 'serviceSpecificCredential'), field) ?? textAt(request, field);
  return { message: name === 'ResetServiceSpecificCredential' ? 'passwordReset' : 'service', id } as const;
};

/** The service that a service-specific credential is for: named by its creation; a reset names it in the response only. */
export const serviceOfCredential = ({ request, response }: IamEvent): string =>
  textAt(request, 'serviceName') ??
  textAt(objectAt(response, 'serviceSpecificCredential'), 'serviceName') ??
  'a service';

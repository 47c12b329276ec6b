import { call, denied, identityCenterUser, user } from '../../../events/example.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { lastingCredentialOf, serviceOfCredential } from '../../lasting-credential.ts';

export default defineRule({
  id: 'service-specific-or-signing-credential-created',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: {
    actions: [
      'iam:CreateServiceSpecificCredential',
      'iam:ResetServiceSpecificCredential',
      'iam:UploadSSHPublicKey',
      'iam:UploadSigningCertificate',
    ],
  },
  title: 'Lasting credential made beside access keys',
  why: 'Bedrock API keys, Git and Keyspaces passwords, SSH keys and signing certificates outlive a session, are in no list of access keys, and survive the rotation that follows a theft.',
  fix: 'Ask the user what it is for. If nobody knows, delete it with the command below; when a user was compromised, list these credentials too, not only access keys.',
  misses: 'Short-term Bedrock API keys: they are made on the client and no call is logged.',
  falsePositives:
    'Developers who set up CodeCommit or a Bedrock tool for themselves; that is rated medium, other than for Bedrock.',
  attack: ['T1098.001'],
  messages: {
    service: {
      done: '{actor} created a credential of {user} for {service} from {sourceIp}.',
      tried: '{actor} tried to create a credential of {user} for {service} from {sourceIp}; AWS refused it.',
    },
    passwordReset: {
      done: '{actor} reset the credential of {user} for {service} from {sourceIp} and has its new secret.',
      tried: '{actor} tried to reset the credential of {user} for {service} from {sourceIp}; AWS refused it.',
    },
    sshKey: {
      done: '{actor} uploaded an SSH key for {user} from {sourceIp}.',
      tried: '{actor} tried to upload an SSH key for {user} from {sourceIp}; AWS refused it.',
    },
    certificate: {
      done: '{actor} uploaded a signing certificate for {user} from {sourceIp}.',
      tried: '{actor} tried to upload a signing certificate for {user} from {sourceIp}; AWS refused it.',
    },
  },
  undo: {
    service:
      'aws iam delete-service-specific-credential --user-name {user} --service-specific-credential-id {credential}',
    passwordReset:
      'aws iam delete-service-specific-credential --user-name {user} --service-specific-credential-id {credential}',
    sshKey: 'aws iam delete-ssh-public-key --user-name {user} --ssh-public-key-id {credential}',
    certificate: 'aws iam delete-signing-certificate --user-name {user} --certificate-id {credential}',
  },

  evaluate(event) {
    const { user, resource, whose } = affectedUserOf(event);
    const { message, id: credential = 'unknown' } = lastingCredentialOf(event);
    const isOfService = message === 'service' || message === 'passwordReset';
    const service = serviceOfCredential(event);
    const isForSelf = whose === 'own' && !service.startsWith('bedrock');
    const data = { user, credential, ...(isOfService ? { service } : {}) };
    return [{ message, severity: isForSelf ? 'medium' : 'high', resource, aspect: credential, data }];
  },
});

const created = (serviceName: string) => ({
  request: { userName: 'alice', serviceName },
  response: {
    serviceSpecificCredential: {
      userName: 'alice',
      serviceName,
      serviceSpecificCredentialId: 'ACCAEXAMPLE123EXAMPLE',
      status: 'Active',
    },
  },
});

export const examples = (): Example[] => [
  {
    name: 'a Bedrock API key for oneself',
    expect: ['service'],
    severity: 'high',
    record: call('iam:CreateServiceSpecificCredential', {
      by: user('alice'),
      ...created('bedrock.amazonaws.com'),
    }),
  },
  {
    name: 'a Git password for oneself',
    expect: ['service'],
    severity: 'medium',
    record: call('iam:CreateServiceSpecificCredential', {
      by: user('alice'),
      ...created('codecommit.amazonaws.com'),
    }),
  },
  {
    name: "another user's password is reset",
    expect: ['passwordReset'],
    severity: 'high',
    record: call('iam:ResetServiceSpecificCredential', {
      by: identityCenterUser('carol'),
      ...created('cassandra.amazonaws.com'),
    }),
  },
  {
    name: 'an SSH key for another user',
    expect: ['sshKey'],
    severity: 'high',
    record: call('iam:UploadSSHPublicKey', {
      by: user('bob'),
      request: { userName: 'alice', sSHPublicKeyBody: 'ssh-rsa AAAA' },
      response: { sSHPublicKey: { userName: 'alice', sSHPublicKeyId: 'APKAEXAMPLE', status: 'Active' } },
    }),
  },
  {
    name: 'a signing certificate for oneself',
    expect: ['certificate'],
    severity: 'medium',
    record: call('iam:UploadSigningCertificate', {
      by: user('alice'),
      response: { certificate: { userName: 'alice', certificateId: 'TA7SMP42TDN5Z26OBPJE7EXAMPLE' } },
    }),
  },
  {
    name: 'refused',
    expect: ['service'],
    severity: 'medium',
    record: call('iam:CreateServiceSpecificCredential', {
      by: user('bob'),
      error: denied('iam:CreateServiceSpecificCredential', 'user alice'),
    }),
  },
  {
    name: 'too many of them',
    expect: [],
    record: call('iam:CreateServiceSpecificCredential', {
      request: { userName: 'alice', serviceName: 'codecommit.amazonaws.com' },
      error: { code: 'LimitExceededException' },
    }),
  },
  {
    name: 'a TLS certificate for a load balancer: no credential',
    expect: [],
    record: call('iam:UploadServerCertificate', { request: { serverCertificateName: 'shop' } }),
  },
];

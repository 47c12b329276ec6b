import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';
import { refusedArnOf, regionalArn } from './resource-arn.ts';

/** What an EKS access-entry call is about. */
export interface EksAccess {
  /** ARN of the cluster; the account's when a refused call names none. */
  readonly resource: string;
  readonly cluster: string;
  /** ARN of the IAM principal. */
  readonly principal: string;
  /** Name of the access policy, e.g. `AmazonEKSClusterAdminPolicy`. */
  readonly policy: string;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * Reads the parameters of EKS's access-entry calls. The cluster is logged as `name` (it is part of the path), and the principal
 * URL-encoded where it is part of the path too: in every call but CreateAccessEntry.
 */
export const eksAccessOf = (event: IamEvent): EksAccess => {
  const cluster = textAt(event.request, 'name') ?? textAt(event.request, 'clusterName');
  const policyArn = decoded(textAt(event.request, 'policyArn') ?? 'unknown');
  return {
    resource:
      cluster === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : regionalArn(event, 'eks', `cluster/${cluster}`),
    cluster: cluster ?? 'unknown',
    principal: decoded(textAt(event.request, 'principalArn') ?? 'unknown'),
    policy: policyArn.slice(policyArn.lastIndexOf('/') + 1),
  };
};

/** Access policies that give control of the cluster ("Review access policy permissions", Amazon EKS User Guide). */
export const eksAdminPolicies = ['AmazonEKSClusterAdminPolicy', 'AmazonEKSAdminPolicy'];

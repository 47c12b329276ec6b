import type { Framework, FrameworkId } from '../framework.ts';
import { awsFsbp } from './aws-fsbp.ts';
import { awsSecurityHub } from './aws-security-hub.ts';
import { cisAws50 } from './cis-aws-5-0.ts';
import { cisAws60 } from './cis-aws-6-0.ts';
import { cisAws70 } from './cis-aws-7-0.ts';
import { iso27001 } from './iso-27001-2022.ts';
import { kisaIsmsP } from './kisa-isms-p-2023.ts';
import { nist80053 } from './nist-800-53-r5.ts';
import { pciDss401 } from './pci-dss-4-0-1.ts';
import { soc2 } from './soc-2.ts';

/** Every framework as published, the newest version of each first. What we add to them is in `overlay.ts`. */
export const publishedFrameworks: Readonly<Record<FrameworkId, Framework>> = {
  'cis-aws-7.0': cisAws70,
  'cis-aws-6.0': cisAws60,
  'cis-aws-5.0': cisAws50,
  'aws-fsbp': awsFsbp,
  'aws-security-hub': awsSecurityHub,
  'pci-dss-4.0.1': pciDss401,
  'nist-800-53-r5': nist80053,
  'iso-27001-2022': iso27001,
  soc2,
  'kisa-isms-p-2023': kisaIsmsP,
};

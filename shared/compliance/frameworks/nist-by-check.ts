/** Controls of NIST SP 800-53 Rev. 5 by the check that answers them, as published. */
export const nistByCheck: Readonly<Record<string, string>> = {
  'root-access-key-present':
    'AC-2(1) AC-2(6) AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(7) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-6 AC-6(2) AC-6(10) AC-24 CM-5(1)(a) CM-6(a) CM-9(b) IA-2 IA-4(4) IA-4(8) IA-4(b) IA-5(8) MP-2 SC-23(3) SC-25',
  'root-mfa-disabled':
    'AC-2(1) AC-3(2) AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-7(4) AC-7(4)(a) AC-24 CM-6(a) CM-9(b) IA-2(1) IA-2(2) IA-2(6) IA-2(6)(a) IA-2(8) SC-23(3)',
  'root-hardware-mfa-missing':
    'AC-2(1) AC-3(2) AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-7(4) AC-7(4)(a) AC-24 CM-5(1)(a) CM-6(a) CM-9(b) IA-2(1) IA-2(2) IA-2(6) IA-2(6)(a) IA-2(8) SC-23(3)',
  'password-policy-min-length':
    'AC-2(1) AC-2(3) AC-2(3)(a) AC-2(3)(b) AC-2(3)(c) AC-2(3)(d) AC-2(d)(1) AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-7(4) AC-7(4)(a) AC-24 CM-5(1)(a) CM-6(a) CM-9(b) CM-12(b) IA-4(d) IA-5 IA-5(1)(f) IA-5(1)(g) IA-5(1)(h) IA-5(18)(a) IA-5(18)(b) IA-5(b) IA-5(c) IA-5(d) IA-5(f) IA-5(h) IA-8(2)(b) MA-4(c) SC-23(3)',
  'user-console-mfa-disabled':
    'AC-2(1) AC-3(2) AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-7(4) AC-7(4)(a) AC-24 CM-5(1)(a) CM-6(a) CM-9(b) IA-2(1) IA-2(2) IA-2(6) IA-2(6)(a) IA-2(8) SC-23(3)',
  'access-key-not-rotated':
    'AC-2(1) AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-24 CM-5(1)(a) CM-6(a) CM-9(b) SC-23(3)',
  'access-key-unused':
    'AC-2(1) AC-2(3) AC-2(3)(a) AC-2(3)(b) AC-2(3)(c) AC-2(3)(d) AC-2(6) AC-2(g) AC-2(j) AC-3 AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(7) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-6 AC-24 CM-5(1)(a) CM-6(a) CM-9(b) MP-2 SC-23(3)',
  'console-password-unused':
    'AC-2(1) AC-2(3) AC-2(3)(a) AC-2(3)(b) AC-2(3)(c) AC-2(3)(d) AC-2(6) AC-2(g) AC-2(j) AC-3 AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(7) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-6 AC-24 CM-5(1)(a) CM-6(a) CM-9(b) MP-2 SC-23(3)',
  'user-direct-policy':
    'AC-2(1) AC-2(6) AC-2(i)(2) AC-3 AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(7) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-6 AC-6(3) AC-24 CM-5(1)(a) CM-6(a) CM-9(b) MP-2 SC-23(3)',
  'role-service-access-stale':
    'AC-2(1) AC-2(3) AC-2(3)(a) AC-2(3)(b) AC-2(3)(c) AC-2(3)(d) AC-2(g) AC-2(j) AC-3(8) AC-6',
  'user-service-access-stale':
    'AC-2(1) AC-2(3) AC-2(3)(a) AC-2(3)(b) AC-2(3)(c) AC-2(3)(d) AC-2(g) AC-2(j) AC-3(8) AC-6',
  'policy-admin-customer-attached':
    'AC-2(1) AC-2(6) AC-2(i)(2) AC-3 AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(7) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-5(b) AC-6 AC-6(2) AC-6(3) AC-6(10) AC-24 CM-5(1)(a) CM-6(a) CM-9(b) MP-2 SC-23(3) SC-25',
  'policy-admin-aws-attached':
    'AC-2(1) AC-2(6) AC-2(i)(2) AC-3 AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(7) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-5(b) AC-6 AC-6(2) AC-6(3) AC-6(10) AC-24 CM-5(1)(a) CM-6(a) CM-9(b) MP-2 SC-23(3) SC-25',
  'policy-admin-inline':
    'AC-2(1) AC-2(6) AC-2(i)(2) AC-3 AC-3(3) AC-3(3)(a) AC-3(3)(b)(1) AC-3(3)(b)(2) AC-3(3)(b)(3) AC-3(3)(b)(4) AC-3(3)(b)(5) AC-3(3)(c) AC-3(4) AC-3(4)(a) AC-3(4)(b) AC-3(4)(c) AC-3(4)(d) AC-3(4)(e) AC-3(7) AC-3(8) AC-3(12)(a) AC-3(13) AC-3(15)(a) AC-3(15)(b) AC-4(28) AC-5(b) AC-6 AC-6(2) AC-6(3) AC-6(10) AC-24 CM-5(1)(a) CM-6(a) CM-9(b) MP-2 SC-23(3) SC-25',
  'policy-marketplace-subscribe-wildcard': 'AC-6',
  'policy-marketplace-subscribe-wildcard-inline': 'AC-6',
  'cloudtrail-region-not-logging':
    'AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-2(b) AU-3(1) AU-3(a) AU-3(b) AU-3(c) AU-3(d) AU-3(e) AU-3(f) AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8(b) AU-10 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-12(a) AU-12(c) AU-14(3) AU-14(a) AU-14(b) CA-7(b) CM-5(1)(b) CM-6(a) CM-9(b) IA-3(3)(b) MA-4(1)(a) PM-14(a)(1) PM-14(b) PM-31 SC-7(9)(b) SI-1(1)(c) SI-3(8)(b) SI-4(2) SI-4(17) SI-4(20) SI-7(8) SI-10(1)(c)',
  'cloudtrail-log-validation-disabled':
    'AU-9(a) CM-6(a) CM-9(b) PM-11(b) PM-17(b) SA-1(1) SA-10(1) SC-16(1) SI-1(a)(2) SI-4(d) SI-7(1) SI-7(3) SI-7(7) SI-7(a)',
  'cloudtrail-kms-encryption-disabled':
    'AU-9(3) CM-6(a) CM-9(b) CP-9(d) SC-8(3) SC-8(4) SC-13(a) SC-28(1) SI-19(4)',
  'cloudtrail-cloudwatch-delivery-stale':
    'AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-2(b) AU-3(a) AU-3(b) AU-3(c) AU-3(d) AU-3(e) AU-3(f) AU-4(1) AU-6(1) AU-6(3) AU-6(4) AU-6(5) AU-6(6) AU-6(9) AU-7(1) AU-8(b) AU-9(7) AU-10 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-12(a) AU-12(c) AU-14(3) AU-14(a) AU-14(b) AU-16 CA-7(b) CM-5(1)(b) CM-6(a) CM-9(b) IA-3(3)(b) MA-4(1)(a) PM-14(a)(1) PM-14(b) PM-31 SC-7(9)(b) SI-1(1)(c) SI-3(8)(b) SI-4(2) SI-4(17) SI-4(20) SI-7(8) SI-10(1)(c)',
  'cloudtrail-s3-read-events-disabled':
    'AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-2(b) AU-3(a) AU-3(b) AU-3(c) AU-3(d) AU-3(e) AU-3(f) AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8(b) AU-10 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-12(a) AU-12(c) AU-14(3) AU-14(a) AU-14(b) CA-7(b) CM-5(1)(b) CM-6(a) CM-9(b) IA-3(3)(b) MA-4(1)(a) PM-14(a)(1) PM-14(b) PM-31 SC-7(9)(b) SI-1(1)(c) SI-3(8)(b) SI-4(2) SI-4(17) SI-4(20) SI-7(8) SI-10(1)(c)',
  'cloudtrail-s3-write-events-disabled':
    'AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-2(b) AU-3(a) AU-3(b) AU-3(c) AU-3(d) AU-3(e) AU-3(f) AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8(b) AU-10 AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-12(a) AU-12(c) AU-14(3) AU-14(a) AU-14(b) CA-7(b) CM-5(1)(b) CM-6(a) CM-9(b) IA-3(3)(b) MA-4(1)(a) PM-14(a)(1) PM-14(b) PM-31 SC-7(9)(b) SI-1(1)(c) SI-3(8)(b) SI-4(2) SI-4(17) SI-4(20) SI-7(8) SI-10(1)(c)',
  'cloudtrail-bedrock-logging-disabled': 'AU-2(b) AU-12(a) AU-12(c)',
};

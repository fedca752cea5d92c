import type { Rule } from '../rule';
import assignedBeforePurchase from './assigned-before-purchase';
import brokenScalar from './broken-scalar';
import calAsServerLicense from './cal-as-server-license';
import calKey from './cal-key';
import calOnResourceMailbox from './cal-on-resource-mailbox';
import calOnSharedMailbox from './cal-on-shared-mailbox';
import calOnSystemMailbox from './cal-on-system-mailbox';
import calVersionTooOld from './cal-version-too-old';
import calWithoutMailbox from './cal-without-mailbox';
import coverEndsSoon from './cover-ends-soon';
import dateInvalid from './date-invalid';
import delegateWithoutCal from './delegate-without-cal';
import deviceCalOnUser from './device-cal-on-user';
import deviceUsersUncovered from './device-users-uncovered';
import duplicateAssignment from './duplicate-assignment';
import duplicateKey from './duplicate-key';
import editionMismatch from './edition-mismatch';
import endedBeforeAssigned from './ended-before-assigned';
import enterpriseNeeded from './enterprise-needed';
import enterpriseWithoutStandard from './enterprise-without-standard';
import equivalentNotSet from './equivalent-not-set';
import exportUnreadable from './export-unreadable';
import externalUser from './external-user';
import genericAccount from './generic-account';
import hybridHostsMailboxes from './hybrid-hosts-mailboxes';
import idDuplicate from './id-duplicate';
import inactiveSeat from './inactive-seat';
import includeEmpty from './include-empty';
import leaverStillAssigned from './leaver-still-assigned';
import mailboxWithoutCal from './mailbox-without-cal';
import nameIncomplete from './name-incomplete';
import noCalExpired from './no-cal-expired';
import overAssignedPurchase from './over-assigned-purchase';
import overAssignedType from './over-assigned-type';
import possibleDuplicate from './possible-duplicate';
import productKeyInFile from './product-key-in-file';
import purchaseDocumentMissing from './purchase-document-missing';
import purchaseInFuture from './purchase-in-future';
import purchaseMissing from './purchase-missing';
import purchaseUnknown from './purchase-unknown';
import quantityInvalid from './quantity-invalid';
import reassignedBack from './reassigned-back';
import reassignedWithin90Days from './reassigned-within-90-days';
import requiredField from './required-field';
import seWithoutSa from './se-without-sa';
import seatShared from './seat-shared';
import serverLicenseAsCal from './server-license-as-cal';
import serverLicenseNotRecorded from './server-license-not-recorded';
import serverLicenseOverUsed from './server-license-over-used';
import serverNotActivated from './server-not-activated';
import serverUnlicensed from './server-unlicensed';
import serverUnsupported from './server-unsupported';
import serverVersionMismatch from './server-version-mismatch';
import settingInvalid from './setting-invalid';
import severalDocuments from './several-documents';
import suppressionWithoutReason from './suppression-without-reason';
import temporaryOverdue from './temporary-overdue';
import temporaryWithoutReturn from './temporary-without-return';
import tooManyDatabases from './too-many-databases';
import tooManyFindings from './too-many-findings';
import trialExpired from './trial-expired';
import trialRunning from './trial-running';
import typeMismatch from './type-mismatch';
import unassignedSeats from './unassigned-seats';
import unknownKey from './unknown-key';
import unknownLicenseType from './unknown-license-type';
import unknownValue from './unknown-value';
import unquotedScalar from './unquoted-scalar';
import unusedSuppression from './unused-suppression';
import userCalOnDevice from './user-cal-on-device';
import wrongSection from './wrong-section';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

/** The rules in the order in which they are listed everywhere; each has its page in docs/rules. */
export const rules: readonly Rule[] = [
  yamlSyntax,
  severalDocuments,
  duplicateKey,
  wrongType,
  wrongSection,
  unknownKey,
  unknownValue,
  settingInvalid,
  requiredField,
  dateInvalid,
  quantityInvalid,
  unquotedScalar,
  brokenScalar,
  unknownLicenseType,
  idDuplicate,
  nameIncomplete,
  calKey,
  productKeyInFile,
  includeEmpty,
  exportUnreadable,
  suppressionWithoutReason,
  unusedSuppression,
  tooManyFindings,
  purchaseMissing,
  purchaseUnknown,
  typeMismatch,
  assignedBeforePurchase,
  purchaseInFuture,
  overAssignedPurchase,
  overAssignedType,
  unassignedSeats,
  purchaseDocumentMissing,
  serverLicenseNotRecorded,
  serverLicenseAsCal,
  equivalentNotSet,
  userCalOnDevice,
  deviceCalOnUser,
  deviceUsersUncovered,
  duplicateAssignment,
  possibleDuplicate,
  seatShared,
  genericAccount,
  enterpriseWithoutStandard,
  calVersionTooOld,
  externalUser,
  endedBeforeAssigned,
  reassignedWithin90Days,
  reassignedBack,
  temporaryWithoutReturn,
  temporaryOverdue,
  serverUnlicensed,
  calAsServerLicense,
  serverLicenseOverUsed,
  editionMismatch,
  serverVersionMismatch,
  seWithoutSa,
  coverEndsSoon,
  trialExpired,
  trialRunning,
  serverNotActivated,
  tooManyDatabases,
  serverUnsupported,
  hybridHostsMailboxes,
  mailboxWithoutCal,
  delegateWithoutCal,
  calOnSharedMailbox,
  calOnResourceMailbox,
  calOnSystemMailbox,
  leaverStillAssigned,
  calWithoutMailbox,
  enterpriseNeeded,
  inactiveSeat,
  noCalExpired,
] as readonly unknown[] as readonly Rule[];

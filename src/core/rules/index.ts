import type { Rule } from '../rule';
import assignedBeforePurchase from './assigned-before-purchase';
import brokenScalar from './broken-scalar';
import calKey from './cal-key';
import calVersionTooOld from './cal-version-too-old';
import dateInvalid from './date-invalid';
import deviceCalOnUser from './device-cal-on-user';
import deviceUsersUncovered from './device-users-uncovered';
import duplicateAssignment from './duplicate-assignment';
import duplicateKey from './duplicate-key';
import endedBeforeAssigned from './ended-before-assigned';
import enterpriseWithoutStandard from './enterprise-without-standard';
import equivalentNotSet from './equivalent-not-set';
import exportUnreadable from './export-unreadable';
import externalUser from './external-user';
import genericAccount from './generic-account';
import idDuplicate from './id-duplicate';
import includeEmpty from './include-empty';
import nameIncomplete from './name-incomplete';
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
import seatShared from './seat-shared';
import serverLicenseAsCal from './server-license-as-cal';
import serverLicenseNotRecorded from './server-license-not-recorded';
import settingInvalid from './setting-invalid';
import severalDocuments from './several-documents';
import suppressionWithoutReason from './suppression-without-reason';
import temporaryOverdue from './temporary-overdue';
import temporaryWithoutReturn from './temporary-without-return';
import tooManyFindings from './too-many-findings';
import typeMismatch from './type-mismatch';
import unassignedSeats from './unassigned-seats';
import unknownKey from './unknown-key';
import unknownLicenseType from './unknown-license-type';
import unknownValue from './unknown-value';
import unquotedScalar from './unquoted-scalar';
import unusedSuppression from './unused-suppression';
import userCalOnDevice from './user-cal-on-device';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

/** The rules in the order in which they are listed everywhere; each has its page in docs/rules. */
export const rules: readonly Rule[] = [
  yamlSyntax,
  severalDocuments,
  duplicateKey,
  wrongType,
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
] as readonly unknown[] as readonly Rule[];

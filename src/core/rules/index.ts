import type { Rule } from '../rule';
import assignedBeforePurchase from './assigned-before-purchase';
import brokenScalar from './broken-scalar';
import calKey from './cal-key';
import dateInvalid from './date-invalid';
import duplicateKey from './duplicate-key';
import exportUnreadable from './export-unreadable';
import idDuplicate from './id-duplicate';
import includeEmpty from './include-empty';
import nameIncomplete from './name-incomplete';
import overAssignedPurchase from './over-assigned-purchase';
import overAssignedType from './over-assigned-type';
import productKeyInFile from './product-key-in-file';
import purchaseDocumentMissing from './purchase-document-missing';
import purchaseInFuture from './purchase-in-future';
import purchaseMissing from './purchase-missing';
import purchaseUnknown from './purchase-unknown';
import quantityInvalid from './quantity-invalid';
import requiredField from './required-field';
import serverLicenseNotRecorded from './server-license-not-recorded';
import settingInvalid from './setting-invalid';
import severalDocuments from './several-documents';
import suppressionWithoutReason from './suppression-without-reason';
import tooManyFindings from './too-many-findings';
import typeMismatch from './type-mismatch';
import unassignedSeats from './unassigned-seats';
import unknownKey from './unknown-key';
import unknownLicenseType from './unknown-license-type';
import unknownValue from './unknown-value';
import unquotedScalar from './unquoted-scalar';
import unusedSuppression from './unused-suppression';
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
] as readonly unknown[] as readonly Rule[];

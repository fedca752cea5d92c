// The questions of all changes, as one import: VS Code loads them when the first is asked.
export { addOnePurchase } from './add-purchase';
export { addOneServer } from './add-server';
export { assignCal } from './assign-cal';
export { endAssignment } from './end-assignment';
export { handOverSeat } from './hand-over-seat';
export { moveAll } from './move-everybody';
export { needNoCal } from './need-no-cal';
export { newRegister } from './new-register';

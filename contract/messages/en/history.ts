export const history = {
  skip: 'Pass this step by',
}

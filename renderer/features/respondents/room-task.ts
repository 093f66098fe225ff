/** Which dialog of the room is open, so that commands from the menu can open it before the room is there. */
import { create } from 'zustand'

type RoomTask = 'new' | 'table' | null
const useTask = create<{ readonly task: RoomTask }>(() => ({ task: null }))

export const openRoomTask = (task: RoomTask): void => {
  useTask.setState({ task })
}
export const useRoomTask = () => ({
  task: useTask((state) => state.task),
  open: openRoomTask,
  close: () => {
    openRoomTask(null)
  },
})
